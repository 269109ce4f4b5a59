// A timer for who leads the meeting: the block of now in large digits, the next one, and a sound at the end of each.
const shown = (seconds) => `${seconds < 0 ? "−" : ""}${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;

export function runTimer(dialog, blocks, words) {
  const find = (name) => dialog.querySelector(`[data-${name}]`);
  let place = 0;
  let ends = Date.now() + blocks[0].minutes * 60_000;
  let paused = null;
  let rang = -1;
  let lock = null;

  const left = () => Math.round(((paused ?? ends) - (paused === null ? Date.now() : 0)) / 1000);

  function show() {
    const seconds = left();
    find("now").textContent = blocks[place].title;
    find("left").textContent = shown(seconds);
    find("next").textContent = blocks[place + 1] ? words.next.replace("{title}", blocks[place + 1].title) : words["last-block"];
    find("pause").textContent = words[paused === null ? "pause" : "go-on"];
    dialog.classList.toggle("is-over", seconds < 0);
    if (seconds <= 0 && rang !== place && paused === null) { rang = place; if (find("sound").checked) ring(); }
  }

  function go(to) {
    if (to < 0 || to >= blocks.length) return;
    place = to;
    paused = null;
    ends = Date.now() + blocks[place].minutes * 60_000;
    show();
  }

  const ticking = setInterval(show, 250);
  const listeners = new AbortController();
  const on = (name, run) => find(name).addEventListener("click", run, { signal: listeners.signal });
  on("back", () => go(place - 1));
  on("forward", () => go(place + 1));
  on("pause", () => {
    if (paused === null) paused = ends - Date.now();
    else { ends = Date.now() + paused; paused = null; }
    show();
  });
  on("close", () => dialog.close());
  dialog.addEventListener("close", () => { clearInterval(ticking); listeners.abort(); lock?.release?.(); document.fullscreenElement && document.exitFullscreen(); }, { once: true });
  dialog.showModal();
  dialog.requestFullscreen?.().catch(() => {});
  navigator.wakeLock?.request("screen").then((held) => { lock = held; }).catch(() => {});
  show();
}

function ring() {
  const sound = new AudioContext();
  for (const at of [0, 0.35]) {
    const tone = sound.createOscillator();
    tone.frequency.value = 660;
    tone.connect(sound.destination);
    tone.start(sound.currentTime + at);
    tone.stop(sound.currentTime + at + 0.25);
  }
}
