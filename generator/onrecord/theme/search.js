// Search: the button, and what opens it. All the rest is loaded when somebody searches, and nothing of it before.
// Without this file, no button shows.

const onrecordSearch = (() => {
  const folder = new URL("search/", document.currentScript.src);
  const root = new URL("../../", document.currentScript.src);
  const loaded = new Map();

  // As scripts, since browsers let pages from files read nothing else. `query` keeps a server's new files apart from old ones.
  const load = (name, query = "") => {
    if (!loaded.has(name)) {
      loaded.set(
        name,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = new URL(`${name}.js`, folder).href + (folder.protocol === "file:" ? "" : query);
          script.addEventListener("load", resolve);
          script.addEventListener("error", () => {
            loaded.delete(name); // so that it can be tried again
            script.remove();
            reject(new Error(name));
          });
          document.head.append(script);
        }),
      );
    }
    return loaded.get(name);
  };

  const loadStyle = () =>
    new Promise((resolve) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = new URL("dialog.css", folder).href;
      style.addEventListener("load", resolve);
      style.addEventListener("error", resolve); // it works without, too
      document.head.append(style);
    });

  let style = null;

  // What is typed before there is a field to type into is for the field, and for nothing else on the page.
  const catchKeys = () => {
    const typed = [];
    const take = (event) => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      typed.push(event.key);
    };
    addEventListener("keydown", take, true);
    return () => {
      removeEventListener("keydown", take, true);
      return typed.join("");
    };
  };

  // `chosen` is what the list on the page holds: `{ topic: "trade" }`.
  const open = async (chosen = {}) => {
    const typed = catchKeys();
    let keys = "";
    style ??= loadStyle();
    await Promise.all([style, load("dialog")]).finally(() => {
      keys = typed();
    });
    onrecordSearch.show(chosen, keys);
  };

  const begin = (label) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "or-search-open", textContent: label });
    button.setAttribute("aria-keyshortcuts", "/ s f");
    (document.querySelector(".md-header__inner") ?? document.body).append(button);
    button.addEventListener("click", () => open());
    document.documentElement.classList.add("or-searchable");
    document.addEventListener("click", (event) => {
      const asking = event.target instanceof Element && event.target.closest("[data-search-in]");
      if (asking) open({ [asking.dataset.searchIn]: asking.dataset.searchFor });
    });
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
      event.preventDefault();
      open();
    });
  };

  return {
    root,
    load,
    begin: (label) => {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => begin(label));
      else begin(label);
    },
  };
})();
