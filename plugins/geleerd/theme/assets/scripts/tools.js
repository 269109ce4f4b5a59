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
