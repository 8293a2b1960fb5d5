// The dialog of search. `dialog(html)` puts it into the page, and `show(chosen, typed)` opens it.

(() => {
  const { root, KINDS, find, loadIndex, readFacets, wordsIn, weigh } = onrecordSearch;
  const PAGE = 20; // hits shown at once
  const AROUND = 80; // characters shown before the first word that is found
  const LONGEST = 280; // characters shown of a text
  const PAUSE = 100; // milliseconds without typing, before something is looked for

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) if (value) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  };

  const isFound = (part, wanted) => wordsIn(part).some((folded) => wanted.some((each) => weigh(folded, each)));

  const cut = (text, wanted) => {
    let first = null;
    for (const word of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      first = isFound(word[0], wanted) ? word : null;
      if (first) break;
    }
    const at = Math.max(0, (first?.index ?? 0) - AROUND);
    const start = text.length <= LONGEST || at === 0 ? 0 : text.indexOf(" ", at) + 1;
    const end = text.length <= start + LONGEST ? text.length : text.lastIndexOf(" ", start + LONGEST);
    return `${start ? "… " : ""}${text.slice(start, end > start ? end : start + LONGEST)}${end < text.length ? " …" : ""}`;
  };

  const marked = (text, wanted) =>
    text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part) => (isFound(part, wanted) ? element("mark", {}, part) : part));

  const hrefOf = (url) => new URL(url, root).href;

  const showHit = ({ kind, url, title, text, shown, language }, wanted) => {
    const words = element("span", { lang: language, dir: "auto" }, ...marked(cut(text, wanted), wanted));
    const name = title && element("span", { lang: language, dir: "auto" }, ...marked(title, wanted));
    const link = element("a", { href: hrefOf(url) }, name || words);
    const rest = element("p", { class: "or-hit-detail" }, ...(name ? [words] : [shown]));
    return element("li", { class: `or-hit or-hit-${KINDS[kind]}${name ? " or-hit-name" : ""}` }, link, rest);
  };

  const start = (html) => {
    document.body.insertAdjacentHTML("beforeend", html);
    const dialog = document.querySelector(".or-search");
    const parts = ["input", "[role=status]", "ol", ".or-search-more", "form", "details", ".or-search-named"];
    const [input, status, list, more, form, filters, named] = parts.map((each) => dialog.querySelector(each));
    let asked = 0;
    let found = null;
    let waiting = 0;

    const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));

    const showMore = async () => {
      const shown = list.children.length;
      const hits = await found.read(shown, shown + PAGE);
      list.append(...hits.map((hit) => showHit(hit, found.wanted)));
      more.hidden = list.children.length >= found.count;
      list.children[shown]?.querySelector("a").focus();
    };

    const showNamed = (pages) => {
      const links = pages.map(({ url, title }) => element("a", { href: hrefOf(url) }, title));
      named.replaceChildren(...(links.length ? [`${named.dataset.words} `, ...links] : []));
    };

    const search = async () => {
      asked += 1;
      const mine = asked;
      const result = await find(input.value, chosen());
      const hits = await result.read(0, PAGE);
      if (mine !== asked) return; // another was asked meanwhile
      found = result;
      list.replaceChildren(...hits.map((hit) => showHit(hit, found.wanted)));
      more.hidden = hits.length >= found.count;
      showNamed(found.named);
      const words = found.count ? status.dataset.found : status.dataset.none;
      const isAsked = found.wanted.length || Object.keys(chosen()).some((name) => name !== "words");
      status.textContent = isAsked ? words.replace("{number}", found.count) : "";
    };

    const tell = () => {
      status.textContent = status.dataset.lost;
    };

    const searchSoon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => search().catch(tell), PAUSE);
    };

    const fillIn = (name, choices) => {
      const select = form.elements[name];
      if (select.options.length === 1) select.append(...choices.map(([id, label]) => new Option(label, id)));
    };

    const showFilters = async () => {
      const { speakers, topics } = await readFacets();
      fillIn("speaker", speakers);
      fillIn("topic", topics);
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

    form.addEventListener("input", searchSoon);
    form.addEventListener("reset", () => setTimeout(searchSoon));
    filters.addEventListener("toggle", () => filters.open && showFilters().catch(tell));
    more.addEventListener("click", () => showMore().catch(tell));
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a, .or-search-close")) dialog.close();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.focus();
    });

    onrecordSearch.show = async (preset, typed) => {
      if (!dialog.open) dialog.showModal();
      input.focus();
      if (typed) {
        input.value = typed;
        searchSoon();
      } else input.select();
      const given = Object.entries(preset);
      if (!given.length) return loadIndex().catch(tell);
      try {
        form.reset();
        filters.open = true;
        await showFilters();
        for (const [name, value] of given) if (form.elements[name]) form.elements[name].value = value;
        await search();
      } catch {
        tell();
      }
    };
  };

  onrecordSearch.dialog = start;
})();
