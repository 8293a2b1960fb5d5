// Verify: the reader's own browser recomputes that the text has the hash that is stated, and that each passage is where it
// is said to be. Without this file, no button shows.
//
// The hash is of the stored bytes. Only how they begin (with a BOM or not) and end their lines is not in the text, so each
// way is tried.

(() => {
  const BEGINNINGS = ["", "\uFEFF"];
  const LINE_ENDS = ["\n", "\r\n", "\r"];

  const hashOf = async (text) => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  const isHashOf = async (hash, text) => {
    for (const beginning of BEGINNINGS) {
      for (const end of LINE_ENDS) {
        if ((await hashOf(beginning + text.replaceAll("\n", end))) === hash) return true;
      }
    }
    return false;
  };

  const markedAs = (key) =>
    [...document.querySelectorAll(".or-text [data-passages]")]
      .filter((segment) => segment.dataset.passages.split(" ").includes(key))
      .map((segment) => segment.textContent)
      .join("");

  const isInPlace = (note, characters) => {
    const spans = note.dataset.spans.split(" ").map((span) => span.split("-").map(Number));
    const words = spans.map(([start, end]) => characters.slice(start, end).join("")).join("");
    return words !== "" && words === markedAs(note.dataset.passage);
  };

  const verify = async (button) => {
    const text = document.querySelector(".or-text").textContent;
    const characters = [...text]; // code points, as the spans count
    const notes = [...document.querySelectorAll("[data-spans]")];
    const wrong = notes.filter((note) => !isInPlace(note, characters)).map((note) => note.dataset.passage);
    if (!(await isHashOf(button.dataset.sha256, text))) wrong.unshift("SHA-256");
    return { wrong, number: notes.length };
  };

  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.or-verify") : null;
    if (!button) return;
    const status = button.parentElement.querySelector("[role=status]");
    const { wrong, number } = await verify(button);
    status.textContent = wrong.length
      ? status.dataset.wrong.replace("{what}", wrong.join(", "))
      : status.dataset.right.replace("{number}", number);
  });

  if (globalThis.crypto?.subtle) document.documentElement.classList.add("or-can-verify");
})();
