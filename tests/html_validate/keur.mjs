// Reads a JSON file {address: html} and prints {address: [message]} for what html-validate finds.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const loader = new StaticConfigLoader({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // White space and quotes are the template's business, not the browser's.
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "void-style": "off",
    // A list may have a name (ARIA 1.2); a button in a form submits; a table that scrolls is a region.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    "no-implicit-button-type": "off",
    "prefer-native-element": ["error", { exclude: ["region"] }],
    "no-raw-characters": ["error", { relaxed: true }],
  },
});
const validator = new HtmlValidate(loader);
const pages = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = {};
for (const [address, html] of Object.entries(pages)) {
  const report = validator.validateStringSync(html, address);
  const messages = report.results.flatMap((result) => result.messages);
  found[address] = messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
}
console.log(JSON.stringify(found));
