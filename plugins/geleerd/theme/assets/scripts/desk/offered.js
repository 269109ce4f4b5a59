// What a box on the desk's page makes of an answer, and how the desk takes it along.
import { copy } from "../form/hand-in.js";

// `find` gives an element of the box by its name. `make` runs on its button, and on Enter in the `last` field; `said` is told after copying `made`.
export function offered(find, { make, last, made, said }, words) {
  find("do").addEventListener("click", make);
  find(last).addEventListener("keydown", (event) => { if (event.key === "Enter") make(); });
  find("copy").addEventListener("click", async () => {
    const done = await copy(find(made).value);
    find("said").textContent = words[done ? said : "copy-failed"];
    if (!done) find(made).select();
  });
}
