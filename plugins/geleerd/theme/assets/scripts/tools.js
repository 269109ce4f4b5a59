// Copies the permalink and prints the page: conveniences that need a script, so the buttons appear only with it.
for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    button.textContent = button.dataset.done;
    button.setAttribute("aria-live", "polite");
  });
}

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

// "In short" folds on a phone only. Where there is room it is open, and no stop for the keyboard.
const wide = matchMedia("(min-width: 60rem)");
for (const details of document.querySelectorAll(".facts details")) {
  const fit = () => {
    details.open = wide.matches;
    details.firstElementChild.tabIndex = wide.matches ? -1 : 0;
  };
  fit();
  wide.addEventListener("change", fit);
}

// A wide table or piece of code scrolls within the page: then it is a stop for the keyboard, which some browsers do not make of it.
for (const box of document.querySelectorAll("main table, main pre")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

// "Bewaar" on the page of an item; the script comes along only where there is such a button.
if (document.querySelector("[data-keep]")) import("./selection/keep.js");
