// The choices of a facet that are too many for the page: a file has them, and a field offers them.
import { kept, loaded } from "./kept.js";

const lists = new Map();

export const boxesIn = (group) => [...group.querySelectorAll("input[type=checkbox]")];

const listAt = (address) => kept(lists, address, async () => (await loaded(address)).json()).catch(() => []);

export class MoreChoices {
  constructor(group) {
    this.group = group;
    this.place = group.querySelector("[data-more]");
  }

  get list() {
    return listAt(new URL(this.place.dataset.more, location.href).href);
  }

  // Once somebody comes to the field, it knows all names; a name that is chosen becomes a box that is ticked.
  offer() {
    const field = this.place?.querySelector("input");
    let names = [];
    field?.addEventListener("focus", async () => {
      if (names.length) return;
      names = await this.list;
      this.place.querySelector("datalist").replaceChildren(...names.map(([, name]) => new Option(name, name)));
    });
    field?.addEventListener("change", () => {
      const found = names.find(([, name]) => name.toLowerCase() === field.value.trim().toLowerCase());
      if (!found) return;
      (boxesIn(this.group).find((box) => box.value === found[0]) ?? this.box(...found)).checked = true;
      field.value = "";
    });
  }

  async add(values) {
    const names = new Map(await this.list);
    for (const value of values) if (!boxesIn(this.group).some((box) => box.value === value)) this.box(value, names.get(value) ?? value);
  }

  box(value, name) {
    const label = boxesIn(this.group)[0].closest("label").cloneNode(true);
    const input = label.querySelector("input");
    input.value = value;
    input.checked = false;
    label.querySelector("[data-name]").textContent = name;
    label.querySelector("[data-count]")?.replaceChildren();
    this.place.before(label, " ");
    return input;
  }
}
