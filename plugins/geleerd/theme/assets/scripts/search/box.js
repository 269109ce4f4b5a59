// The search box as a combobox: what may be meant, and what was asked before, in a list below it. Without this script it is a search field.
import { kept } from "./kept.js";
import { recent } from "./recent.js";
import { Suggestions } from "./suggestions.js";

const LIST = "suggested";
const BLUR = 150;

export class Box {
  // `place` holds the field, `say` gives the sentences, `ask` is called with a question that is chosen.
  constructor(place, folder, { say, types, ask }) {
    Object.assign(this, { place, folder, say, types, ask, shown: [], at: -1, loading: new Map() });
    this.field = place.querySelector("input");
    this.list = Object.assign(document.createElement("ul"), { id: LIST, hidden: true, className: "search__suggested" });
    this.told = Object.assign(document.createElement("p"), { className: "visually-hidden" });
  }

  offer() {
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.place.dataset.label);
    this.told.setAttribute("role", "status");
    this.place.append(this.list, this.told);
    const { field } = this;
    Object.assign(field, { type: "text", inputMode: "search", enterKeyHint: "search" });
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", LIST], ["aria-expanded", "false"]]) field.setAttribute(name, value);
    field.addEventListener("focus", () => this.load());
    field.addEventListener("click", () => { if (!field.value.trim()) this.show(); });
    field.addEventListener("input", () => this.show());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => setTimeout(() => this.close(), BLUR));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", ({ target }) => this.choose([...this.list.children].indexOf(target.closest("li"))));
    addEventListener("wiped", () => this.close());
  }

  load() {
    return kept(this.loading, "suggestions", () => Suggestions.load(this.folder, this.types)).catch(() => undefined);
  }

  async show() {
    const typed = this.field.value;
    const known = await this.load();
    if (typed !== this.field.value || document.activeElement !== this.field) return;
    const before = recent().filter((text) => text !== typed && text.toLowerCase().startsWith(typed.trim().toLowerCase()));
    const asked = before.slice(0, typed.trim() ? 1 : undefined).map((text) => ({ text, kind: this.say("asked-before"), address: "" }));
    this.shown = [...asked, ...(known?.for(typed) ?? [])];
    this.list.replaceChildren(...this.shown.map((one, at) => this.option(one, at)));
    this.at = -1;
    this.mark();
    this.open(this.shown.length > 0);
    const which = { 0: "none", 1: "one" }[this.shown.length] ?? "many";
    this.told.textContent = typed.trim() || this.shown.length ? this.say(`suggested-${which}`, { count: this.shown.length }) : "";
  }

  option({ text, kind, address }, at) {
    const option = Object.assign(document.createElement("li"), { id: `${LIST}-${at}` });
    option.setAttribute("role", "option");
    const note = kind || (address ? "" : this.say("question"));
    option.append(text, ...(note ? [" ", Object.assign(document.createElement("span"), { textContent: note.toLowerCase() })] : []));
    return option;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    this.open(false);
    this.at = -1;
    this.mark();
    this.told.textContent = "";
  }

  mark() {
    for (const [at, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(at === this.at));
    if (this.at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `${LIST}-${this.at}`);
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const isOpen = !this.list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && isOpen) this.close();
    else if (event.key === "Enter" && isOpen && this.at >= 0) this.choose(this.at);
    else if (event.key === "Enter") { this.close(); return; }
    else if (step && isOpen) {
      // One place more than there are options: the field itself.
      const places = this.shown.length + 1;
      this.at = ((this.at + 1 + step + places) % places) - 1;
      this.mark();
    } else if (step) this.show();
    else return;
    event.preventDefault();
  }

  choose(at) {
    const chosen = this.shown[at];
    if (!chosen) return;
    this.close();
    if (chosen.address) location.assign(new URL(chosen.address, new URL("../../", this.folder)));
    else {
      this.field.value = chosen.text;
      this.ask(chosen.text);
    }
  }
}
