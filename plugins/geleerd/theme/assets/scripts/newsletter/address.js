// The address is the state of the newsletter page, so that a colleague can be sent what somebody chose. Without any day it shows
// `period`, the newest month; with one, a day that is missing or empty leaves that end open.
const MOST_UNKNOWN = 5;
const MOST_OF_A_FACET = 20;
const LONGEST = 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

// Whether a text is a day that exists.
const isDay = (text) => DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

// `known` are the values by facet. The first that are not known end up in `unknown`, what is no date in `undated`.
export function read(search, known, period) {
  const parameters = new URLSearchParams(search);
  const days = {};
  const undated = [];
  for (const key of ["from", "until"]) {
    const day = parameters.get(key);
    if (day === "" || (day && isDay(day))) days[key] = day;
    else if (day) undated.push(day.slice(0, 80));
  }
  const state = { ...(Object.keys(days).length ? { from: "", until: "", ...days } : period), facets: {}, unknown: [], undated };
  for (const [key, value] of parameters) {
    if (key === "from" || key === "until" || !value) continue;
    if (Object.hasOwn(known, key) && isKnown(known[key], value, state.facets[key])) (state.facets[key] ??= new Set()).add(value);
    else if (state.unknown.length < MOST_UNKNOWN) state.unknown.push(`${key}=${value}`.slice(0, 80));
  }
  return state;
}

// Of a facet with more choices than the page shows, any value may be asked for.
const isKnown = (values, value, chosen) => (values ? values.has(value) : value.length <= LONGEST && (chosen?.size ?? 0) < MOST_OF_A_FACET);

export function write(state, period) {
  const parameters = new URLSearchParams();
  if (state.from !== period.from || state.until !== period.until) {
    parameters.set("from", state.from);
    if (state.until) parameters.set("until", state.until);
  }
  for (const [key, values] of Object.entries(state.facets)) for (const value of values) parameters.append(key, value);
  return parameters.size ? `?${parameters}` : location.pathname;
}
