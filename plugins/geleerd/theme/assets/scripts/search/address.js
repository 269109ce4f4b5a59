// The address is the state of a search, so that Back works and a newsletter can link to a selection.
const OWN = ["q", "sort", "page"];

// `known` are the values by facet; facets with an open list of values hold null. Values that are not known end up in `unknown`.
export function read(search, known) {
  const parameters = new URLSearchParams(search);
  const state = { q: parameters.get("q") ?? "", sort: parameters.get("sort") === "date" ? "date" : "", page: 1, facets: {}, unknown: [] };
  state.page = Math.min(1000, Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1));
  for (const [key, value] of parameters) {
    if (OWN.includes(key) || !value) continue;
    const values = Object.hasOwn(known, key) ? known[key] : undefined;
    if (values === undefined || (values && !values.has(value))) state.unknown.push(`${key}=${value}`.slice(0, 80));
    else (state.facets[key] ??= new Set()).add(value);
  }
  return state;
}

export function write(state) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set("q", state.q);
  for (const [key, values] of Object.entries(state.facets)) for (const value of values) parameters.append(key, value);
  if (state.sort) parameters.set("sort", state.sort);
  if (state.page > 1) parameters.set("page", String(state.page));
  return parameters.size ? `?${parameters}` : location.pathname;
}
