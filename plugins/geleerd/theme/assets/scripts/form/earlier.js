// What somebody wrote before on this device: in a list, each with its day, to go on with or to remove; and above all what was handed in last,
// with what comes next.
import { calledOf } from "./draft.js";
import { drop, lastDay } from "./drafts.js";
import { fill } from "./sentences.js";

const MOST_SHOWN = 20;

const button = (className, text, run) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
  made.addEventListener("click", run);
  return made;
};

export const dayOf = (date) => date.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });

export function showEarlier(list, drafts, words, goOn) {
  list.hidden = drafts.length === 0;
  list.querySelector("ul").replaceChildren(...drafts.slice(0, MOST_SHOWN).map((draft) => row(list, draft, words, goOn)));
}

function row(list, draft, words, goOn) {
  const title = calledOf(draft);
  const item = document.createElement("li");
  const until = Object.assign(document.createElement("small"), { textContent: fill(words[draft.isHandedIn ? "earlier-handed" : "earlier-open"], { day: dayOf(lastDay(draft)) }) });
  const back = button("button button--quiet", `${words[draft.isHandedIn ? "mend-this" : "put-back"]}: ${title}`, () => goOn(draft));
  back.dataset.back = "";
  const away = button("button button--quiet", words["remove-draft"], () => {
    if (!away.dataset.sure) {
      away.dataset.sure = "yes";
      away.textContent = words["remove-sure"];
      return;
    }
    drop(draft);
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    list.hidden = !next;
    (next?.querySelector("button") ?? document.querySelector("h1")).focus();
  });
  away.setAttribute("aria-label", `${words["remove-draft"]}: ${title}`);
  away.addEventListener("click", () => away.setAttribute("aria-label", `${away.textContent}: ${title}`));
  item.append(back, " ", away, " ", until);
  return item;
}

// What was just handed in. `next`: the sentence that says what comes next, and where to go for it.
export function showHanded(box, draft, words, { said, href, name }) {
  box.hidden = !draft;
  if (!draft) return;
  box.querySelector("[data-handed-title]").textContent = fill(words[`handed-${draft.way}`] ?? words["handed-copied"], { title: calledOf(draft) });
  box.querySelector("[data-handed-next]").textContent = said;
  Object.assign(box.querySelector("[data-handed-go]"), { hidden: !href, href: href ?? "", textContent: name });
}

export function bringIntoView(box) {
  history.scrollRestoration = "manual";
  box.scrollIntoView({ block: "start" });
  box.focus({ preventScroll: true });
}
