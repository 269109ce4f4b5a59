// A link to a selection outlives the names in it: a choice that was renamed since stands in the address as it is called now, before
// anything reads that. `former` holds for `theme=oud` what it became, such as `theme=nieuw`.
export function renew(former) {
  const pairs = [...new URLSearchParams(location.search)];
  const renewed = pairs.map(([key, value]) => (Object.hasOwn(former, `${key}=${value}`) ? former[`${key}=${value}`].split("=") : [key, value]));
  if (String(renewed) !== String(pairs)) history.replaceState(history.state, "", `?${new URLSearchParams(renewed)}${location.hash}`);
}
