// What is promised and may not come: a connection can fail for a while, and for one file alone.

// What was promised under a name, or is made now. A promise that is broken is not kept: what could not be loaded is asked again.
export function kept(promises, name, make) {
  if (!promises.has(name)) {
    promises.set(name, make());
    promises.get(name).catch(() => promises.delete(name));
  }
  return promises.get(name);
}

// What came of several promises. Only where nothing came, what went wrong first.
export async function answered(promises) {
  const all = await Promise.allSettled(promises);
  const came = all.filter(({ status }) => status === "fulfilled");
  if (all.length && !came.length) throw all[0].reason;
  return came.map(({ value }) => value);
}

// The answer of an address. Throws where there is none.
export async function loaded(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}
