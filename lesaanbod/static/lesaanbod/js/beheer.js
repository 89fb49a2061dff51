/* In the editor of /beheer/: a button waits for the draft that Wagtail is saving by itself.
   Of a new page that draft makes the page; a button pressed meanwhile would make it once more, and
   the editor would read that the address is taken. And once the form is sent nothing is saved any
   more: what was read before the publishing would be written after it, and take the page off the
   site again. Heard at the window, after Wagtail's own. */
"use strict";

const EDITOR = "[data-controller~='w-autosave']";
let bewaart = false;
let verstuurd = false;
let wachtend = null;

/* The button is off while it waits, and a button that is off says nothing: its words go along. */
const verstuurAlsnog = ({ form, knop }) => {
  if (knop?.name) {
    const woord = document.createElement("input");
    woord.type = "hidden";
    woord.name = knop.name;
    woord.value = knop.value;
    form.append(woord);
  }
  form.requestSubmit();
};

window.addEventListener("w-autosave:save", (event) => {
  if (verstuurd) event.preventDefault();
  bewaart = !event.defaultPrevented;
});
window.addEventListener("submit", (event) => {
  verstuurd ||= !event.defaultPrevented && event.target.matches(EDITOR);
});
window.addEventListener("pageshow", () => {
  verstuurd = false;
});
["w-autosave:success", "w-autosave:error"].forEach((klaar) => {
  window.addEventListener(klaar, () => {
    bewaart = false;
    if (wachtend) verstuurAlsnog(wachtend);
    wachtend = null;
  });
});

/* Pressed twice, it is sent once: the last button counts. */
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!bewaart || !form.matches(EDITOR)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wachtend = { form, knop: event.submitter };
  },
  { capture: true },
);
