// Access: what the theme leaves unnamed gets its name, and what scrolls sideways can be scrolled by keyboard.

(() => {
  const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  const field = search?.querySelector("input[type=text]");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label") || field.placeholder);

  // The theme wraps tables and codes when it starts, and again after it has loaded a page by itself.
  const reach = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  };
  new MutationObserver(reach).observe(document.body, { childList: true, subtree: true });
  addEventListener("resize", reach);
  reach();
})();
