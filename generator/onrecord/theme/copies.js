// Copies: a quote with its citation goes to the clipboard in the form that is asked for. Without this file, no button shows.

(() => {
  const SAID_FOR = 2000; // milliseconds

  const write = async (button) => {
    const { html, text = html } = button.dataset;
    if (html === undefined) return navigator.clipboard.writeText(text);
    const forms = { "text/plain": text, "text/html": html }; // a word processor takes the second
    const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  };

  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.or-copy") : null;
    if (!button) return;
    const status = button.parentElement.querySelector("[role=status]");
    await write(button);
    status.textContent = status.dataset.words;
    setTimeout(() => {
      status.textContent = "";
    }, SAID_FOR);
  });

  if (navigator.clipboard) document.documentElement.classList.add("or-can-copy");
})();
