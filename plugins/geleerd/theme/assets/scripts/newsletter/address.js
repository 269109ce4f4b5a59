// The address is the state of the newsletter page, so that a colleague can be sent what somebody chose. Without `from` the period begins
// with the newest month; an empty `from` has no beginning.
const DAY = /^\d{4}-\d{2}-\d{2}$/;

// Whether a text is a day that exists.
const isDay = (text) => DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

// `known` are the values by facet. What is not known ends up in `unknown`, what is no date in `undated`.
export function read(search, known, begin) {
  const parameters = new URLSearchParams(search);
  const state = { from: parameters.get("from") ?? begin, until: parameters.get("until") ?? "", facets: {}, unknown: [], undated: [] };
  for (const [key, otherwise] of [["from", begin], ["until", ""]]) {
    if (!state[key] || isDay(state[key])) continue;
    state.undated.push(state[key].slice(0, 80));
    state[key] = otherwise;
  }
  for (const [key, value] of parameters) {
    if (key === "from" || key === "until" || !value) continue;
    if (Object.hasOwn(known, key) && known[key].has(value)) (state.facets[key] ??= new Set()).add(value);
    else state.unknown.push(`${key}=${value}`.slice(0, 80));
  }
  return state;
}

export function write(state, begin) {
  const parameters = new URLSearchParams();
  if (state.from !== begin) parameters.set("from", state.from);
  if (state.until) parameters.set("until", state.until);
  for (const [key, values] of Object.entries(state.facets)) for (const value of values) parameters.append(key, value);
  return parameters.size ? `?${parameters}` : location.pathname;
}
