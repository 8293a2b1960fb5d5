// Steps: from passage to passage of a source, by two buttons or the keys j and k. Without this file, neither shows.
//
// Keys can be turned off (WCAG 2.2, 2.1.4), which the browser remembers for all sources. The focus goes where the reader does.

(() => {
  const STEP_OF_KEY = { j: 1, k: -1 };
  const MEMORY = "onrecord.keys";
  const IN_TEXT = "input, textarea, select, [contenteditable]";

  const bar = document.querySelector(".or-steps");
  if (!bar) return;
  const status = bar.querySelector("[role=status]");
  const box = bar.querySelector("input");

  const startOf = (note) => Number(/\d+/.exec(note.dataset.spans)?.[0] ?? 0);
  const notes = [...document.querySelectorAll(".or-note[data-passage]")];
  const keys = notes.sort((one, other) => startOf(one) - startOf(other)).map((note) => note.dataset.passage);

  const remembered = () => {
    try {
      return localStorage.getItem(MEMORY);
    } catch {
      return null; // a browser that keeps nothing
    }
  };
  const remember = (value) => {
    try {
      localStorage.setItem(MEMORY, value);
    } catch {
      // it goes on without
    }
  };

  const here = () => keys.indexOf(location.hash.slice(1));

  const isBelow = (key) => document.getElementById(key).getBoundingClientRect().top >= bar.getBoundingClientRect().bottom;

  // The passage that the reader is at; before the first step, the place between two that the window shows.
  const placeNow = () => {
    const at = here();
    if (at >= 0) return { before: at - 1, after: at + 1 };
    const next = keys.findIndex(isBelow);
    const after = next < 0 ? keys.length : next;
    return { before: after - 1, after };
  };

  const tell = () => {
    const at = here();
    const words = { key: keys[at], number: at + 1, all: keys.length };
    status.textContent = at < 0 ? "" : status.dataset.words.replace(/\{(\w+)\}/g, (_, name) => words[name]);
  };

  const go = (step) => {
    const { before, after } = placeNow();
    const key = keys[step < 0 ? before : after];
    if (key === undefined) return;
    location.hash = key;
    const passage = document.getElementById(key);
    passage.tabIndex = -1;
    passage.focus({ preventScroll: true });
  };

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const step = Number(button.dataset.step);
    go(step);
    button.focus({ preventScroll: true });
  });
  box.addEventListener("change", () => remember(box.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const step = STEP_OF_KEY[event.key];
    const isTyping = event.target instanceof Element && event.target.matches(IN_TEXT) && event.target !== box;
    if (!step || !box.checked || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(step);
  });
  addEventListener("hashchange", tell);

  box.checked = remembered() !== "off";
  document.documentElement.classList.add("or-can-step");
  tell();
})();
