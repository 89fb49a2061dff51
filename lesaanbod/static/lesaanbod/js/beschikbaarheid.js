/* Dragging with a mouse over the boxes of the weeks fills the form beside them. An extra: every box
   is a button and every field can be typed. A touch scrolls, as always. */
"use strict";

const START = { ochtend: "08:00", middag: "12:30" };
const EINDE = { ochtend: "12:30", middag: "17:30" };

const tabel = document.querySelector("[data-slepen]");
const formulier = document.querySelector("[data-sleepformulier]");
let eerste = null;
let gekozen = [];
let gesleept = false;

const vakken = [...tabel.querySelectorAll("td[data-dag]")];
const get_vak = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-dag]");

const kies = (van, tot) => {
  const [begin, eind] = [vakken.indexOf(van), vakken.indexOf(tot)].sort((a, b) => a - b);
  const dagdelen = new Set([van.dataset.dagdeel, tot.dataset.dagdeel]);
  gekozen = vakken.slice(begin, eind + 1).filter((vak) => dagdelen.has(vak.dataset.dagdeel));
  vakken.forEach((vak) => vak.firstElementChild.classList.toggle("vak--sleep", gekozen.includes(vak)));
};

const vul = () => {
  const velden = formulier.elements;
  const [van, tot] = [gekozen[0].dataset, gekozen[gekozen.length - 1].dataset];
  const delen = [...new Set(gekozen.map((vak) => vak.dataset.dagdeel))];
  velden.vanaf.value = van.dag;
  velden.tm.value = tot.dag;
  velden.begin.value = delen.length === 1 ? START[delen[0]] : "";
  velden.eind.value = delen.length === 1 ? EINDE[delen[0]] : "";
  velden.soort.value = gekozen.some((vak) => vak.dataset.soort === "vrij") ? "weg" : "extra";
  formulier.scrollIntoView({ block: "nearest" });
  formulier.querySelector("input:checked").focus();
};

tabel.addEventListener("pointerdown", (event) => {
  if (event.pointerType === "mouse" && event.button === 0) {
    eerste = get_vak(event) ?? null;
    gesleept = false;
  }
});

window.addEventListener("pointermove", (event) => {
  const vak = eerste && get_vak(event);
  if (vak && (gesleept || vak !== eerste)) {
    gesleept = true;
    kies(eerste, vak);
  }
});

window.addEventListener("pointerup", () => {
  if (eerste && gesleept) {
    vul();
  }
  eerste = null;
});

/* The click that ends a drag over one button must not press it. */
tabel.addEventListener(
  "click",
  (event) => {
    if (gesleept) {
      event.preventDefault();
      gesleept = false;
    }
  },
  true,
);

document.querySelectorAll(".sleephint").forEach((hint) => {
  hint.hidden = !window.matchMedia("(hover: hover) and (pointer: fine)").matches;
});
