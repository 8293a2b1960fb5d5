// A link to a passage's card on a page that newer cards have pushed it off leads to the passage in its source instead: that is
// its lasting place. Without this file, such a link ends at the top of the page.

(() => {
  const OURS = /^(section|use|reference|paragraph|note|topics):/; // places that are not of passages

  const follow = () => {
    const place = new URLSearchParams(location.hash.replace("#", "at=")).get("at") ?? ""; // unlike decodeURIComponent, it takes what is mistyped
    const sources = document.querySelector(".or-pager a.or-sources");
    if (!sources || !/^[^:]+:[^:]+$/.test(place) || OURS.test(place) || document.getElementById(place)) return;
    const [source, passage] = place.split(":");
    location.replace(sources.href.replace(/(index\.html)?$/, `${source}/$1#${passage}`));
  };

  addEventListener("hashchange", follow);
  follow();
})();
