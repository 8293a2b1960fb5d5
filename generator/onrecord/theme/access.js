// Access: what the theme leaves unnamed gets its name, what scrolls sideways can be scrolled by keyboard, and Esc closes what
// was opened over or in the text: tooltips of the theme (WCAG 2.2, 1.4.13) and the forms of a citation.

(() => {
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  const field = search?.querySelector("input[type=text]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label") || field.placeholder);

  // The way to the page has the name of the navigation, and boxes of tasks have none.
  const path = document.querySelector("nav.md-path[aria-label]");
  if (path) path.setAttribute("aria-label", `${path.getAttribute("aria-label")}: ${document.querySelector("h1")?.textContent}`);
  for (const task of document.querySelectorAll(".task-list-item input:not([aria-label])")) {
    task.setAttribute("aria-label", task.closest("li").textContent.trim());
  }

  // The theme wraps tables and codes when it starts, and again after it has loaded a page by itself.
  const reach = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  };
  new MutationObserver(reach).observe(document.body, { childList: true, subtree: true });
  addEventListener("resize", reach);
  reach();

  const TOOLTIPS = ["md-tooltip--active", "md-tooltip2--active"];

  const closeTooltips = () => {
    for (const name of TOOLTIPS) {
      for (const tooltip of document.querySelectorAll(`.${name}`)) tooltip.classList.remove(name);
    }
  };

  // The one that has the focus; its button keeps it.
  const closeForms = () => {
    const forms = document.activeElement?.closest("details.or-citing[open]");
    if (!forms) return;
    forms.open = false;
    forms.querySelector("summary").focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeTooltips();
    closeForms();
  });
})();
