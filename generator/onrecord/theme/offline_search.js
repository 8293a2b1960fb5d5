// Search, from files: the index is loaded as scripts, since browsers let pages from files read nothing else.
//
// The dialog asks `find(query)` for `{ wanted, count, read }`: the folded words, how many hits there are, and `read(start, end)`
// that gives some of them as [url, kind, title, text, detail, language]. Another index needs another `find` and nothing else.
// Without this file, no button shows.

const onrecordSearch = (() => {
  const PAGE = 20; // hits shown at once
  const AROUND = 80; // characters shown before the first word that is found
  const LONGEST = 280; // characters shown of a text
  const folder = new URL("search/", document.currentScript.src);
  const root = new URL("../../", document.currentScript.src);

  // What the scripts of the index hold, and who waits for them.
  const scripts = new Map();
  const shards = new Map();
  const blocks = new Map();
  let index = null;

  const load = (name) => {
    if (!scripts.has(name)) {
      scripts.set(
        name,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = new URL(`${name}.js`, folder).href;
          script.addEventListener("load", resolve);
          script.addEventListener("error", reject);
          document.head.append(script);
        }),
      );
    }
    return scripts.get(name);
  };

  // As `search/folding.py` folds.
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "");
  const wordsIn = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const commonLength = (one, other) => {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    return length;
  };

  // A word is found by itself, by its beginning, or in another form: all but two letters alike at the beginning.
  const weigh = (word, wanted) => {
    if (word === wanted) return 3;
    if (wanted.length > 1 && word.startsWith(wanted)) return 2;
    const common = commonLength(wanted, word);
    return common >= Math.max(4, wanted.length - 2) && word.length <= common + 3 ? 1 : 0;
  };

  const findWord = async (wanted) => {
    const key = [...wanted].slice(0, 2).join("");
    if (!Object.hasOwn(index.shards, key)) return new Map();
    await load(index.shards[key]);
    const found = new Map();
    for (const [word, numbers] of shards.get(key)) {
      const weight = weigh(word, wanted);
      if (!weight) continue;
      for (const told of numbers) {
        const [number, worth] = told < 0 ? [~told, weight + 3] : [told, weight]; // `~number`: in the title
        found.set(number, Math.max(found.get(number) ?? 0, worth));
      }
    }
    return found;
  };

  const kindOf = (number) => index.ends.findIndex((end) => number < end);

  const find = async (query) => {
    await load("index");
    const wanted = [...new Set(wordsIn(query))];
    const found = await Promise.all(wanted.map(findWord));
    const [first = new Map(), ...others] = found;
    const weighed = [...first.keys()]
      .filter((number) => others.every((each) => each.has(number)))
      .map((number) => ({ number, kind: kindOf(number), weight: found.reduce((sum, each) => sum + each.get(number), 0) }));
    weighed.sort((a, b) => a.kind - b.kind || b.weight - a.weight || a.number - b.number);
    return { wanted, count: weighed.length, read: (start, end) => Promise.all(weighed.slice(start, end).map(readRecord)) };
  };

  const readRecord = async ({ number }) => {
    const block = Math.floor(number / index.block);
    await load(`records-${block}`);
    return blocks.get(block)[number % index.block];
  };

  // The dialog

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  };

  const cut = (text, wanted) => {
    const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
    const first = words.find((word) => wanted.some((each) => wordsIn(word[0]).some((folded) => weigh(folded, each))));
    const at = Math.max(0, (first?.index ?? 0) - AROUND);
    const start = text.length <= LONGEST || at === 0 ? 0 : text.indexOf(" ", at) + 1;
    const end = text.length <= start + LONGEST ? text.length : text.lastIndexOf(" ", start + LONGEST);
    return `${start ? "… " : ""}${text.slice(start, end > start ? end : start + LONGEST)}${end < text.length ? " …" : ""}`;
  };

  const marked = (text, wanted) =>
    text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part) =>
      wanted.some((each) => wordsIn(part).some((folded) => weigh(folded, each))) ? element("mark", {}, part) : part,
    );

  const show = ([url, kind, title, text, detail, language], wanted) => {
    const href = new URL(url, root).href;
    const words = element("span", { lang: language, dir: "auto" }, ...marked(cut(text, wanted), wanted));
    const isWords = kind !== "page";
    const link = element("a", { href }, ...(isWords ? [words] : marked(title, wanted)));
    const rest = element("p", { class: "or-hit-detail" }, ...(isWords ? [detail] : [words]));
    return element("li", { class: `or-hit or-hit-${kind}` }, link, rest);
  };

  const start = () => {
    const box = document.querySelector(".or-search");
    if (!box) return;
    const [opener, dialog] = [box.querySelector("button"), box.querySelector("dialog")];
    const [input, status, list, more] = ["input", "[role=status]", "ol", ".or-search-more"].map((each) => dialog.querySelector(each));
    let asked = 0;
    let found = null;

    const showMore = async () => {
      const shown = list.children.length;
      const hits = await found.read(shown, shown + PAGE);
      list.append(...hits.map((hit) => show(hit, found.wanted)));
      more.hidden = list.children.length >= found.count;
      list.children[shown]?.querySelector("a").focus();
    };

    const search = async () => {
      asked += 1;
      const mine = asked;
      const result = await find(input.value);
      const hits = await result.read(0, PAGE);
      if (mine !== asked) return; // another was asked meanwhile
      found = result;
      list.replaceChildren(...hits.map((hit) => show(hit, found.wanted)));
      more.hidden = hits.length >= found.count;
      const words = found.count ? status.dataset.found : status.dataset.none;
      status.textContent = found.wanted.length ? words.replace("{number}", found.count) : "";
    };

    const open = () => {
      if (!dialog.open) dialog.showModal();
      input.select();
      load("index");
    };

    // Arrows go through the hits, and back to the field. Esc closes, also where a browser would first empty the field.
    const move = (event) => {
      if (event.key === "Escape") dialog.close();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [input, ...list.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0 || !stops[at + step]) return;
      event.preventDefault();
      stops[at + step].focus();
    };

    (document.querySelector(".md-header__inner") ?? box).append(opener);
    opener.hidden = false;
    opener.addEventListener("click", open);
    input.addEventListener("input", search);
    more.addEventListener("click", showMore);
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a, .or-search-close")) dialog.close();
    });
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.focus();
    });
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)) return;
      event.preventDefault();
      open();
    });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  return {
    open: (read) => {
      index = read;
    },
    addWords: (key, words) => shards.set(key, Object.entries(words)),
    addRecords: (number, records) => blocks.set(number, records),
  };
})();
