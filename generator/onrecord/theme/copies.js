// Copies: a quote with its citation goes to the clipboard in the form that is asked for, and a citation is shown in four.
// The forms of a source's passages are in a script of its own, which is fetched when a reader first asks for one of
// them. Without this file no button shows, and a card leads to its source, where the citations stand.

(() => {
  const SAID_FOR = 2000; // milliseconds
  const COPIED = 3; // the first forms are to be copied, the others to be shown
  const HTML = 2; // which of them is pasted as formatted text too
  const own = document.currentScript?.src; // assets/onrecord/copies.js
  const fetched = new Map();
  const handed = new Map();

  window.onrecordForms = (source, names, passages) => handed.set(source, { names, passages });

  const fetchForms = (source) => {
    if (!fetched.has(source)) {
      fetched.set(
        source,
        new Promise((done, fail) => {
          const script = document.createElement("script");
          script.src = new URL(`../../data/forms/${encodeURIComponent(source)}.js`, own).href;
          script.onload = () => done(handed.get(source));
          script.onerror = () => {
            fetched.delete(source); // another time it may be there
            fail(new Error(script.src));
          };
          document.head.append(script);
        }),
      );
    }
    return fetched.get(source);
  };

  // The forms of a card: its id is the key of the source, a colon, and that of the passage.
  const formsOf = async (element) => {
    const [source, key] = element.closest(".or-card").id.split(":");
    const { names, passages } = await fetchForms(source);
    return passages[key].map((text, form) => ({ name: names[form], text }));
  };

  const textOf = async (button) => {
    const { html, text = html } = button.dataset;
    if (text !== undefined) return text;
    const forms = await formsOf(button);
    return forms[[...button.parentElement.querySelectorAll("button")].indexOf(button)].text;
  };

  const isHtml = (button) => [...button.parentElement.querySelectorAll("button")].indexOf(button) === HTML;

  const write = (button) => {
    const text = textOf(button);
    const types = isHtml(button) ? ["text/plain", "text/html"] : ["text/plain"]; // a word processor takes the second
    const blobs = types.map((type) => [type, text.then((words) => new Blob([words], { type }))]);
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

  const show = (citing, forms) => {
    const list = document.createElement("dl");
    for (const { name, text } of forms.slice(COPIED)) {
      const row = list.appendChild(document.createElement("div"));
      row.appendChild(document.createElement("dt")).textContent = name;
      const pre = row.appendChild(document.createElement("dd")).appendChild(document.createElement("pre"));
      pre.tabIndex = 0;
      pre.textContent = text;
    }
    citing.querySelector(":scope > a").replaceWith(list);
  };

  document.addEventListener(
    "toggle", // which does not bubble
    async (event) => {
      const citing = event.target;
      if (!citing.matches?.(".or-card details.or-citing[open]:has(> a)")) return;
      const forms = await formsOf(citing).catch(() => null); // the link stays
      if (forms && citing.querySelector(":scope > a")) show(citing, forms);
    },
    true,
  );

  if (navigator.clipboard) document.documentElement.classList.add("or-can-copy");
})();
