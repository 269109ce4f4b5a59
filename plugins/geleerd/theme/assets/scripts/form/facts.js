// What a page tells its form: in short, so a question says only what is not usual, and a list of choices stands there once.
const USUAL = { least: null, most: null, entries: null };

const choice = ([value, name]) => ({ value, name });

export function factsOn(page) {
  const facts = JSON.parse(page.querySelector("[data-facts]").textContent);
  const lists = Object.fromEntries(Object.entries(facts.choices).map(([target, list]) => [target, list.map(choice)]));
  const whole = (input) => ({ ...USUAL, ...input, choices: input.choices?.map(choice) ?? lists[input.target] ?? [], parts: (input.parts ?? []).map(whole) });
  return { ...facts, inputs: facts.inputs.map(whole) };
}

// What looks at answers, and what that has to know, which is the same for every form: it comes once somebody begins.
let coming;
export function checksFor(facts) {
  coming ??= brought(facts).catch((error) => {
    coming = undefined;
    throw error;
  });
  return coming;
}

async function brought(facts) {
  const [told, ...scripts] = await Promise.all([shared(facts), ...["check", "rules", "personal"].map((name) => import(`./${name}.js`))]);
  Object.assign(facts, told);
  return Object.assign({}, ...scripts);
}

async function shared({ site, checks }) {
  const answer = await fetch(`${site}${checks}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
