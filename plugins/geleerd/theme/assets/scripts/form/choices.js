// Choices that are too many for a page come from files, before anybody sees the questions.
export async function completed(inputs, page, site) {
  const lists = new Map();
  for (const input of all(inputs)) {
    if (!input.more) continue;
    if (!lists.has(input.more)) lists.set(input.more, await listAt(new URL(input.more, new URL(site, location.href))));
    const list = lists.get(input.more);
    if (list) input.choices = list;
    else input.target = null; // what cannot be read cannot be held against anybody; the check sees it
  }
  fillIn(page, lists);
}

const all = (inputs) => inputs.flatMap((input) => [input, ...all(input.parts ?? [])]);

async function listAt(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? (await answer.json()).map(([value, name, note]) => ({ value, name, note })) : null;
  } catch {
    return null;
  }
}

// The templates of rows hold questions as well.
function fillIn(root, lists) {
  for (const ask of root.querySelectorAll("[data-more]")) {
    const list = lists.get(ask.dataset.more) ?? [];
    const [boxes, select] = [ask.querySelector("[data-boxes]"), ask.querySelector("select")];
    if (boxes) boxes.append(...list.map(box));
    else if (select) select.append(...list.map(option));
  }
  for (const template of root.querySelectorAll("template")) fillIn(template.content, lists);
}

function box({ value, name, note }) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.setAttribute("value", value);
  const words = Object.assign(document.createElement("span"), { textContent: name });
  if (note) words.append(" ", Object.assign(document.createElement("small"), { textContent: note }));
  label.append(input, " ", words);
  return label;
}

function option({ value, name }) {
  const made = Object.assign(document.createElement("option"), { textContent: name });
  made.setAttribute("value", value);
  return made;
}
