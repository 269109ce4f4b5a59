// What is wrong, said where it is and once more at the end, in the sentences of the check.
import { placeOf } from "./fields.js";
import { fill } from "./sentences.js";

// `parts`: the questions, the field for the body, and the one for the name in the address; of the last two there may be none.
export function reporter(page, facts, parts) {
  const find = (selector) => page.querySelector(selector);
  const touched = new Set();
  const fields = { body: parts.body, slug: parts.slug };

  // The sentence of the check, with the name of the field as the form has it.
  const sentence = (problem) => problem.said ?? fill(facts.problems[problem.code], { ...problem.words, key: labelOf(problem.words.key, facts) });

  function showErrors(found) {
    for (const error of page.querySelectorAll("[data-error], [data-body-error], [data-slug-error]")) Object.assign(error, { textContent: "", hidden: true });
    for (const field of page.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    for (const problem of found) showError(problem);
  }

  function showError(problem) {
    const own = fields[problem.path[0]];
    if (own) return show(find(`[data-${problem.path[0]}-error]`), own, problem);
    const place = placeOf(parts.asks, problem.path).closest("[data-key]");
    if (!place || ![...touched].some((ask) => ask === place || place.contains(ask))) return undefined;
    return show([...place.querySelectorAll("[data-error]")].find((error) => error.parentElement === place), place.querySelector("[data-value]"), problem);
  }

  function show(error, field, problem) {
    if (!error) return;
    const said = sentence(problem);
    if (!error.textContent.includes(said)) error.textContent = `${error.textContent} ${said}`.trim(); // a field may have more than one mistake
    error.hidden = false;
    (field ?? error.closest("fieldset"))?.setAttribute("aria-invalid", "true");
  }

  function fieldOf(problem) {
    if (fields[problem.path[0]]) return fields[problem.path[0]];
    const place = placeOf(parts.asks, problem.path);
    if (place === parts.asks) return null;
    return place.matches("fieldset, [data-value]") ? place : place.querySelector("[data-value]");
  }

  function row(problem) {
    const item = document.createElement("li");
    const field = fieldOf(problem);
    if (!field) item.textContent = sentence(problem);
    else {
      item.append(Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: sentence(problem) }));
      item.addEventListener("click", (event) => {
        event.preventDefault();
        field.closest("details")?.setAttribute("open", "");
        field.focus();
      });
    }
    return item;
  }

  return {
    touch: (field) => { const ask = field.closest("[data-key]"); if (ask) touched.add(ask); },
    untouch: () => touched.clear(),
    report(found, state) {
      showErrors(found);
      if (find("[data-state]").textContent !== state) find("[data-state]").textContent = state;
      find("[data-problems]").replaceChildren(...found.map(row));
    },
  };
}

export function labelOf(key, facts) {
  const [first, ...inner] = String(key).split(".").map((part) => part.replace(/\[\d+\]$/, ""));
  let input = facts.inputs.find((candidate) => candidate.key === first);
  for (const part of inner) input = input?.parts.find((candidate) => candidate.key === part) ?? input;
  const outer = inner.length && facts.inputs.find((candidate) => candidate.key === first);
  return input ? `“${outer && outer !== input ? `${outer.label}: ` : ""}${input.label}”` : key;
}

// How long a text is, once that begins to matter.
export function showCounts(asks, words) {
  for (const count of asks.querySelectorAll("[data-count]")) {
    const used = [...count.parentElement.querySelector("[data-value]").value.trim()].length;
    const most = Number(count.dataset.most);
    count.textContent = used > most * 0.6 || (most < 300 && used > 0) ? fill(words["count-of"], { count: used, most }) : "";
    count.classList.toggle("is-over", used > most);
  }
}
