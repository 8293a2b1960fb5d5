// All quotes: filters with counts, sorting, and an address that remembers both. Without this file it is a plain table.
//
// The rows are read once into plain values, and only a page of those that match stands in the document, so that ten
// thousand rows are filtered while one types.

(() => {
  const PAGE = 100; // rows
  const form = document.querySelector("form.or-filters");
  if (!form) return;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  const selects = [...form.querySelectorAll("select")].filter((each) => each.name !== "order");
  const collator = new Intl.Collator(document.documentElement.lang || undefined);

  const readRow = (element, number) => ({
    element,
    number,
    text: fold(element.textContent),
    date: element.querySelector("time").getAttribute("datetime"),
    by: element.children[1].textContent.trim(),
    values: Object.fromEntries(selects.map(({ name }) => [name, (element.dataset[name] ?? "").split(" ")])),
  });

  const makeMore = (table) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "or-show-more";
    button.textContent = form.dataset.more;
    button.hidden = true;
    table.parentElement.after(button);
    return button;
  };

  const tables = [...document.querySelectorAll("table.or-quotes")].map((element) => ({
    body: element.tBodies[0],
    rows: [...element.tBodies[0].rows].map(readRow),
    found: [],
    shown: 0,
    more: makeMore(element),
  }));
  const rows = tables.flatMap((table) => table.rows);
  const labels = new Map(selects.flatMap((select) => [...select.options].map((option) => [option, option.textContent])));

  // A date known to the month or year only counts as inside a range that it may be in.
  const isInRange = (date, from, until) =>
    (!from || date >= from.slice(0, date.length)) && (!until || date <= until.slice(0, date.length));

  const readState = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));

  const isFoundBy = (state) => {
    const words = fold(state.text ?? "").trim().split(" ").filter(Boolean);
    return (row) => words.every((word) => row.text.includes(word)) && isInRange(row.date, state.from, state.until);
  };

  // For the counts of one filter a row must pass all the others: one that fails two filters counts nowhere.
  const sift = (state) => {
    const counts = new Map(selects.map(({ name }) => [name, new Map()]));
    const add = (name, row) => {
      const found = counts.get(name);
      for (const value of ["", ...row.values[name].filter(Boolean)]) found.set(value, (found.get(value) ?? 0) + 1);
    };
    const isFound = isFoundBy(state);
    const matching = new Set();
    for (const row of rows) {
      if (!isFound(row)) continue;
      const failed = selects.filter(({ name }) => state[name] && !row.values[name].includes(state[name]));
      if (failed.length === 1) add(failed[0].name, row);
      if (failed.length) continue;
      matching.add(row);
      for (const { name } of selects) add(name, row);
    }
    return { matching, counts };
  };

  const ORDERS = {
    newest: (one, other) => (one.date < other.date) - (one.date > other.date),
    oldest: (one, other) => (one.date > other.date) - (one.date < other.date),
    speaker: (one, other) => collator.compare(one.by, other.by),
  };

  const showMore = (table, until) => {
    const next = table.found.slice(table.shown, until);
    table.body.append(...next.map((row) => row.element));
    table.shown += next.length;
    table.more.hidden = table.shown >= table.found.length;
  };

  const refresh = () => {
    const state = readState();
    const { matching, counts } = sift(state);
    const order = ORDERS[state.order] ?? (() => 0);
    for (const table of tables) {
      table.found = table.rows.filter((row) => matching.has(row)).sort((one, other) => order(one, other) || one.number - other.number);
      table.shown = 0;
      table.body.replaceChildren();
      showMore(table, PAGE);
    }
    for (const [option, label] of labels) {
      option.textContent = `${label} (${counts.get(option.parentElement.name).get(option.value) ?? 0})`;
    }
    const output = form.querySelector("output");
    output.textContent = output.dataset.words.replace("{shown}", matching.size).replace("{all}", rows.length);
    return state;
  };

  const remember = () => {
    const query = new URLSearchParams(refresh()).toString();
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  };

  const restore = () => {
    const state = new URLSearchParams(location.search);
    for (const control of form.elements) if (control.name) control.value = state.get(control.name) ?? "";
    for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
    refresh();
    goToRow();
  };

  // A link to a row that is not on its page yet still finds it.
  const goToRow = () => {
    const id = new URLSearchParams(location.hash.replace("#", "at=")).get("at"); // unlike decodeURIComponent, it takes what is mistyped
    for (const table of tables) {
      const at = table.found.findIndex((row) => row.element.id === id);
      if (at >= table.shown) {
        showMore(table, at + 1);
        table.found[at].element.scrollIntoView();
      }
    }
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", remember);
  form.addEventListener("reset", () => setTimeout(remember)); // the form is empty only after this event
  for (const table of tables) {
    table.more.addEventListener("click", () => {
      const first = table.found[table.shown].element;
      showMore(table, table.shown + PAGE);
      first.querySelector("a")?.focus();
    });
  }
  addEventListener("popstate", restore);
  addEventListener("hashchange", goToRow);
  addEventListener("beforeprint", () => tables.forEach((table) => showMore(table)));
  form.hidden = false;
  restore();
})();
