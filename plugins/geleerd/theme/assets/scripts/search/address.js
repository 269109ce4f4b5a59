// The address is the state of a search, so that Back works and a newsletter can link to a selection.
const OWN = ["q", "sort", "page", "words", "all"];
// Whoever made an address, it shows and asks no more than people choose.
const MOST_UNKNOWN = 5;
const MOST_OF_A_FACET = 20;
const LONGEST = 1000;

// `literal` are the facets whose names in the question are words like any other, `all` asks for what fits less well too.
// `known` are the values by facet; facets with an open list of values hold null. The first values that are not known end up in `unknown`.
export function read(search, known) {
  const parameters = new URLSearchParams(search);
  const state = { q: (parameters.get("q") ?? "").slice(0, LONGEST), sort: parameters.get("sort") === "date" ? "date" : "", page: 1, facets: {}, unknown: [] };
  state.literal = parameters.getAll("words").filter((key) => Object.hasOwn(known, key)).slice(0, MOST_OF_A_FACET);
  state.all = parameters.has("all");
  state.page = Math.min(1000, Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1));
  for (const [key, value] of parameters) {
    if (OWN.includes(key) || !value) continue;
    if (isKnown(known, key, value, state.facets[key])) (state.facets[key] ??= new Set()).add(value);
    else if (state.unknown.length < MOST_UNKNOWN) state.unknown.push(`${key}=${value}`.slice(0, 80));
  }
  return state;
}

function isKnown(known, key, value, chosen) {
  if (!Object.hasOwn(known, key)) return false;
  return known[key] ? known[key].has(value) : value.length <= LONGEST && (chosen?.size ?? 0) < MOST_OF_A_FACET;
}

export function write(state) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set("q", state.q);
  for (const [key, values] of Object.entries(state.facets)) for (const value of values) parameters.append(key, value);
  for (const key of state.literal ?? []) parameters.append("words", key);
  if (state.all) parameters.set("all", "1");
  if (state.sort) parameters.set("sort", state.sort);
  if (state.page > 1) parameters.set("page", String(state.page));
  return parameters.size ? `?${parameters}` : location.pathname;
}
