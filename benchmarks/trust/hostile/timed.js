async ([site, facts, texts]) => {
  // Milliseconds that each script of the forms takes for each text, the best of five.
  const modules = ["form/normal", "form/read", "form/check", "yaml/read"];
  const [normal, { read }, { problems }, { load }] = await Promise.all(modules.map((name) => import(`${site}/assets/scripts/${name}.js`)));
  const calls = {
    text: normal.text,
    line: normal.line,
    body: normal.body,
    yaml: load,
    read: (text) => read(text),
    check: (text) => problems({}, text, facts),
    field: (text) => problems({ title: text }, "", facts),
  };
  const taken = (call, text) => {
    const begin = performance.now();
    try { call(text); } catch (error) { if (!error.code) throw error; }
    return performance.now() - begin;
  };
  const best = (call) => (text) => Math.min(...[0, 1, 2, 3, 4].map(() => taken(call, text)));
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, texts.map(best(call))]));
}
