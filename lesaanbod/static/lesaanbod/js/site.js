/* Small comforts; every page works without this file.
   It runs in the head, so that what folds on a narrow screen is folded before the first paint. */
"use strict";

document.documentElement.classList.add("js");

/* Buttons with data-uitklap="menu" open and close what CSS hides without html.open-menu. */
const zetUitklapknoppen = () => {
  document.querySelectorAll("[data-uitklap]").forEach((knop) => {
    const open = document.documentElement.classList.contains(`open-${knop.dataset.uitklap}`);
    knop.setAttribute("aria-expanded", String(open));
  });
};

document.addEventListener("click", (event) => {
  const knop = event.target.closest("[data-uitklap]");
  if (knop) {
    document.documentElement.classList.toggle(`open-${knop.dataset.uitklap}`);
    zetUitklapknoppen();
  }
});

/* A form is sent once, however often its button is pressed. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.verstuurd) event.preventDefault();
  form.dataset.verstuurd = "ja";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("[data-verstuurd]").forEach((form) => delete form.dataset.verstuurd);
});

/* Nothing goes away from under a finger on the keyboard; another window does not count as gone. */
const wachtTotFocusWegIs = async (plek) => {
  while (plek.contains(document.activeElement)) {
    await new Promise((verder) => {
      plek.addEventListener("focusout", () => setTimeout(verder), { once: true });
    });
  }
};

/* What stands in data-haal comes after the page; if it fails, the link in its place stays. */
const haalOp = async (plek) => {
  const antwoord = await fetch(plek.dataset.haal, { headers: { "HX-Request": "true" } });
  if (!antwoord.ok) return;
  const sjabloon = document.createElement("template");
  sjabloon.innerHTML = await antwoord.text();
  await wachtTotFocusWegIs(plek);
  plek.replaceChildren(sjabloon.content);
};

document.addEventListener("DOMContentLoaded", () => {
  zetUitklapknoppen();
  document.querySelectorAll("[data-haal]").forEach((plek) => haalOp(plek).catch(() => {}));
  document.addEventListener("htmx:afterSettle", zetUitklapknoppen);
  /* The error summary takes the focus, also where a browser ignores autofocus on a box. */
  document.querySelector("[data-foutenlijst]")?.focus();
});
