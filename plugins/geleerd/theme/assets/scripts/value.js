// Five questions after a meeting: what somebody writes stays on the device until they copy, mail or clear it.
import { device } from "./storage.js";

const NAME = "value";
const LONGEST_MAIL = 1500; // mail programs cut off longer links
const form = document.querySelector("[data-value]");
const fields = [...form.querySelectorAll("textarea")];
const mail = form.querySelector("[data-mail-answers]");
const said = form.querySelector("[data-said]");
const question = (field) => form.querySelector(`label[for=${field.id}]`).textContent.replaceAll("\u00ad", "").trim();
const told = () => fields.filter((field) => field.value.trim()).map((field) => `${question(field)}\n${field.value.trim()}`).join("\n\n");

function keep() {
  device.set(NAME, Object.fromEntries(fields.map((field) => [field.id, field.value])));
  const text = [...told()].slice(0, LONGEST_MAIL).join("");
  mail.href = `mailto:?subject=${encodeURIComponent(form.dataset.mailSubject)}&body=${encodeURIComponent(text)}`;
}

const kept = device.get(NAME, (value) => (value && typeof value === "object" ? value : null)) ?? {};
for (const field of fields) {
  if (typeof kept[field.id] === "string") field.value = kept[field.id].slice(0, field.maxLength);
  field.addEventListener("input", keep);
}
keep();

form.querySelector("[data-copy-answers]").addEventListener("click", async ({ target }) => {
  try {
    await navigator.clipboard.writeText(told());
    said.textContent = form.dataset.done;
  } catch {
    prompt(target.textContent, told());
  }
});
form.querySelector("[data-clear-answers]").addEventListener("click", () => {
  for (const field of fields) field.value = "";
  device.remove(NAME);
  keep();
  fields[0].focus();
});
form.dataset.ready = "";
