/* Names the weekday beside a wish, as the date field of the browser does not. */
"use strict";

const weekdag = new Intl.DateTimeFormat("nl-NL", { weekday: "long", timeZone: "UTC" });

document.querySelectorAll("[data-weekdag]").forEach((plek) => {
  const veld = document.getElementById(plek.dataset.weekdag);
  const noem = () => {
    plek.textContent = veld.valueAsDate ? weekdag.format(veld.valueAsDate) : "";
  };
  veld.addEventListener("input", noem);
  noem();
});
