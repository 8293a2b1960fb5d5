// Passage: its address marks all of its words. Without this file those that it begins with are marked, up to where another
// passage begins or ends in it.

(() => {
  const MARK = "or-marked";

  const mark = () => {
    const key = location.hash.slice(1);
    for (const segment of document.querySelectorAll(".or-text [data-passages]")) {
      segment.classList.toggle(MARK, segment.dataset.passages.split(" ").includes(key));
    }
  };

  addEventListener("hashchange", mark);
  mark();
})();
