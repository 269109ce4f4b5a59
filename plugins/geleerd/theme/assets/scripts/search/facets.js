import { MoreChoices, boxesIn } from "./more-choices.js";

// The choices by which a reader narrows a search: checkboxes with the number of results that each would leave.
export class Facets {
  constructor(form, engine) {
    this.form = form;
    this.engine = engine;
    this.groups = [...form.querySelectorAll("[data-facet]")];
    for (const group of this.groups) new MoreChoices(group).offer();
  }

  // The values that are known, by facet; null where any value may be asked for.
  static known(form) {
    const known = Object.fromEntries((form.dataset.open ?? "").split(" ").filter(Boolean).map((key) => [key, null]));
    for (const group of form.querySelectorAll("[data-facet]")) {
      known[group.dataset.facet] = group.querySelector("[data-more]") ? null : new Set(boxesIn(group).map((input) => input.value));
    }
    return known;
  }

  label(facet, value) {
    const input = this.form.querySelector(`[data-facet="${CSS.escape(facet)}"] input[value="${CSS.escape(value)}"]`);
    return input ? input.closest("label").querySelector("[data-name]").textContent : value;
  }

  // A choice that says little by itself, such as "6 tot 12", with what it is a choice of.
  whole(facet, value) {
    const group = this.groups.find((each) => each.dataset.facet === facet);
    const name = this.label(facet, value);
    return facet === "type" || !group ? name : `${name} (${group.querySelector("summary").textContent.trim().toLowerCase()})`;
  }

  has(facet) {
    return this.groups.some((group) => group.dataset.facet === facet);
  }

  // Boxes for the choices in an address that stand in a file.
  async complete(facets) {
    const missing = this.groups.map((group) => [group, [...(facets[group.dataset.facet] ?? [])].filter((value) => !boxesIn(group).some((box) => box.value === value))]);
    await Promise.all(missing.filter(([, values]) => values.length).map(([group, values]) => new MoreChoices(group).add(values)));
  }

  show(state) {
    for (const input of this.groups.flatMap(boxesIn)) {
      input.checked = state.facets[input.name]?.has(input.value) ?? false;
    }
    for (const group of this.groups) if (state.facets[group.dataset.facet]?.size) group.open = true;
    const formats = state.facets.type?.has("work-format") || this.groups.some((g) => g.dataset.only && state.facets[g.dataset.facet]?.size);
    for (const group of this.groups) if (group.dataset.only) group.hidden = !formats;
  }

  chosen() {
    const facets = {};
    for (const input of this.form.querySelectorAll("[data-facet] input:checked")) (facets[input.name] ??= new Set()).add(input.value);
    return facets;
  }

  // For every facet that narrows, a test of an id; several values of one facet widen.
  async tests(state) {
    const tests = {};
    for (const [facet, values] of Object.entries(state.facets)) {
      if (!values.size) continue;
      const sets = await Promise.all([...values].map((value) => this.engine.having(facet, value)));
      tests[facet] = (id) => sets.some((set) => set.has(id));
    }
    return tests;
  }

  // A test that something has no value of a facet.
  async without(facet) {
    const boxes = this.groups.filter((group) => group.dataset.facet === facet).flatMap(boxesIn);
    const sets = await Promise.all(boxes.map((box) => this.engine.having(facet, box.value)));
    return (one) => !sets.some((set) => set.has(one.id));
  }

  // The numbers beside the choices of every group that stands open: results that pass all other facets.
  async count(found, tests) {
    for (const group of this.groups.filter((group) => group.open && !group.hidden)) {
      const others = Object.entries(tests).filter(([facet]) => facet !== group.dataset.facet).map(([, test]) => test);
      const ids = found.filter((one) => others.every((test) => test(one.id))).map((one) => one.id);
      for (const input of boxesIn(group)) {
        const set = await this.engine.having(group.dataset.facet, input.value);
        const count = ids.filter((id) => set.has(id)).length;
        const label = input.closest("label");
        label.querySelector("[data-count]").textContent = String(count);
        label.classList.toggle("is-empty", count === 0 && !input.checked);
      }
    }
  }
}
