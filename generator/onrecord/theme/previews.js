// Previews: each citation shows the words that it cites, on hover, focus, click and tap. Without this file it is a link.
//
// The previews are baked into the page as templates. A click pins one; a second click follows the link. Esc closes it, and
// it stays while the pointer or the focus is on it (WCAG 2.2, 1.4.13).

(() => {
  const OPENING_DELAY = 120; // milliseconds
  const CLOSING_DELAY = 300;
  const MARGIN = 8; // pixels to the edge of the window
  let shown = null; // { chip, box, isPinned }
  let returningTo = null; // the citation that gets the focus back, which is no wish to see its preview again
  let timer = 0;

  const chipAt = (target) => (target instanceof Element ? target.closest("a.or-cite") : null);
  const isOurs = (target) => shown && target instanceof Node && (shown.chip.contains(target) || shown.box.contains(target));

  const show = (chip, isPinned) => {
    clearTimeout(timer);
    if (shown?.chip === chip) {
      shown.isPinned ||= isPinned;
      return;
    }
    const template = document.querySelector(`template[data-cite="${chip.dataset.cite}"]`);
    if (!template) return;
    close();
    const box = template.content.firstElementChild.cloneNode(true);
    box.id = "or-preview";
    takeTitle(chip);
    chip.setAttribute("aria-expanded", "true");
    chip.setAttribute("aria-controls", box.id);
    (chip.closest(".or-cites") ?? chip).after(box); // so that Tab goes from the citation into its preview
    shown = { chip, box, isPinned };
    place();
  };

  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    const { chip, box } = shown;
    shown = null; // first, because taking the box away moves the focus
    returningTo = chip;
    if (box.contains(document.activeElement)) chip.focus({ preventScroll: true });
    returningTo = null;
    box.remove();
    chip.removeAttribute("aria-controls");
    chip.setAttribute("aria-expanded", "false");
  };

  // The browser's own tooltip would cover the preview; what it says stays the name of the link.
  const takeTitle = (chip) => {
    if (!chip.title) return;
    chip.setAttribute("aria-label", `${chip.textContent}: ${chip.title}`);
    chip.removeAttribute("title");
  };

  const place = () => {
    if (!shown) return;
    const chip = shown.chip.getBoundingClientRect();
    const box = shown.box.getBoundingClientRect();
    const hasRoomBelow = chip.bottom + box.height + MARGIN <= innerHeight;
    const top = hasRoomBelow ? chip.bottom : Math.max(MARGIN, chip.top - box.height);
    const rightmost = document.documentElement.clientWidth - box.width - MARGIN;
    shown.box.style.top = `${top}px`;
    const start = getComputedStyle(shown.box).direction === "rtl" ? chip.right - box.width : chip.left;
    shown.box.style.left = `${Math.max(MARGIN, Math.min(start, rightmost))}px`;
  };

  const later = (delay, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  const closeUnlessHeld = () => {
    if (shown && !shown.isPinned && !isOurs(document.activeElement)) close();
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const chip = chipAt(event.target);
    if (isOurs(event.target)) clearTimeout(timer);
    else if (chip && !shown?.isPinned) later(OPENING_DELAY, () => show(chip, false));
    else later(CLOSING_DELAY, closeUnlessHeld);
  });

  document.addEventListener("focusin", (event) => {
    const chip = chipAt(event.target);
    if (chip && chip === returningTo) return;
    if (chip?.matches(":focus-visible")) show(chip, false);
    else if (!isOurs(event.target) && !shown?.isPinned) close();
  });

  document.addEventListener("click", (event) => {
    const chip = chipAt(event.target);
    if (!chip) {
      if (!isOurs(event.target)) close();
      return;
    }
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (shown?.chip === chip && shown.isPinned) return;
    show(chip, true);
    if (shown?.chip === chip) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  addEventListener("scroll", place, { passive: true, capture: true });
  addEventListener("resize", place);
})();
