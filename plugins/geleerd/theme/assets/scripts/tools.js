// A text without the soft hyphens that let its long words break on a narrow page.
const whole = (text) => text.replaceAll("\u00ad", "");

// Copies the permalink and prints the page: conveniences that need a script, so the buttons appear only with it.
for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

// What a button did is said where a screen reader listens already. A browser that refuses the clipboard gets the address to copy by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const address = new URL(button.dataset.copy, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = button.dataset.done;
    } catch {
      prompt(button.textContent, address);
    }
  });
}

// The device's own way to share, where there is one: the title, the first sentence, and the address that lasts.
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    const [title, text] = [whole(document.querySelector("h1").textContent), document.querySelector("meta[name=description]")?.content];
    navigator.share({ title, text, url: new URL(button.dataset.share, location.href).href }).catch(() => {}); // who closes the sheet shares nothing
  });
}

// One of several pages, another each time; the link itself leads to the list.
for (const link of document.querySelectorAll("[data-random]")) {
  const pages = JSON.parse(link.dataset.random);
  link.addEventListener("click", () => { link.href = pages[Math.floor(Math.random() * pages.length)] ?? link.href; });
}

// The browser's own voice, if it has one for the language of the page.
for (const button of document.querySelectorAll("[data-aloud]")) {
  const voices = () => speechSynthesis.getVoices().some(({ lang }) => lang.startsWith(document.documentElement.lang));
  const offer = () => { button.hidden = !voices(); };
  if (!("speechSynthesis" in window)) continue;
  offer();
  speechSynthesis.addEventListener("voiceschanged", offer);
  const [start, stop] = [button.textContent, button.dataset.stop];
  const finished = () => { button.textContent = start; };
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const said = [document.querySelector("h1"), document.querySelector(".item__summary"), document.querySelector(button.dataset.aloud)];
    const speech = new SpeechSynthesisUtterance(whole(said.map((part) => part?.innerText ?? "").join("\n")));
    speech.lang = document.documentElement.lang;
    for (const end of ["end", "error"]) speech.addEventListener(end, finished);
    button.textContent = stop;
    speechSynthesis.speak(speech);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

// Who copies a title gets its words whole.
addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection.toString().includes("\u00ad")) return;
  const box = document.createElement("div");
  for (let number = 0; number < selection.rangeCount; number++) box.append(selection.getRangeAt(number).cloneContents());
  event.clipboardData.setData("text/plain", whole(selection.toString()));
  event.clipboardData.setData("text/html", whole(box.innerHTML));
  event.preventDefault();
});

// The clock times of a work format's steps, from the hour at which somebody begins; without it they count from 0:00.
for (const field of document.querySelectorAll("[data-begin]")) {
  field.closest(".begin-at").hidden = false;
  field.addEventListener("input", () => {
    const [hours, minutes] = (field.value || "0:00").split(":").map(Number);
    for (const clock of document.querySelectorAll("[data-minutes]")) {
      const at = hours * 60 + minutes + Number(clock.dataset.minutes);
      clock.textContent = `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, "0")}`;
    }
  });
}

// What is about an item folds on a phone only. Where there is room it is open, and no stop for the keyboard.
const wide = matchMedia("(min-width: 60rem)");
for (const details of document.querySelectorAll("details.fold")) {
  const fit = () => {
    details.open = wide.matches;
    details.firstElementChild.tabIndex = wide.matches ? -1 : 0;
  };
  fit();
  wide.addEventListener("change", fit);
}

// A link to what is folded opens it.
const unfold = () => {
  const aim = document.getElementById(location.hash.slice(1));
  if (aim?.matches("details")) aim.open = true;
};
addEventListener("hashchange", unfold);
unfold();

// A wide table or piece of code scrolls within the page: then it is a stop for the keyboard, which some browsers do not make of it.
for (const box of document.querySelectorAll("main table, main pre")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

// "Bewaar" on the page of an item; the script comes along only where there is such a button.
if (document.querySelector("[data-keep]")) import("./selection/keep.js");
