// Search by the words of a quote, and by their other forms where the language of a source changes the ends of words.
// Without this file every word of a query is taken for the beginning of one, and no more is known of it.
//
// That is what Material's search does with each word. So a word is cut to its stem, by the Snowball stemmers that Material
// brings along: every other form begins with it too. A short word is taken as it stands (`^1` says so to Lunr) until it
// may be one that is still being typed: else `in` and `the` would find more than all other words of a quote together.
// What holds a sign of the query language, such as quotation marks, goes as it is.

(() => {
  const QUERY = 2; // what Material calls a query among the messages to its worker
  const SHORT = 3; // letters
  const names = document.querySelector('meta[name="onrecord:stem"]')?.content.split(" ") ?? [];
  const folder = new URL("../javascripts/lunr/min/", document.currentScript.src);

  const load = (name) =>
    new Promise((done, failed) => {
      const src = String(new URL(`lunr.${name}.min.js`, folder));
      document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
    });

  // The stemmers are made for Lunr and ask it for a few things that stemming does not need.
  const loadAll = async () => {
    window.lunr ??= { Pipeline: { registerFunction() {} }, generateStopWordFilter() {} };
    await load("stemmer.support");
    await Promise.all(names.map(load));
  };

  const stem = (word) =>
    names
      .map((name) => window.lunr?.[name])
      .filter((language) => language?.stemmer && new RegExp(`^[${language.wordCharacters}]+$`).test(word))
      .map((language) => language.stemmer(word))
      .filter((found) => found.length >= SHORT && word.startsWith(found))
      .reduce((shortest, found) => (found.length < shortest.length ? found : shortest), word);

  const prepare = (query) =>
    /["+~^*:]/.test(query)
      ? query
      : query.replace(/(^|\s)(\p{L}+)(?=(\s)|$)/gu, (_, before, word, after) =>
          word.length > SHORT ? before + stem(word.toLowerCase()) : `${before}${word}${after ? "^1" : ""}`,
        );

  if (!window.Worker) return;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const isQuery = message?.type === QUERY && typeof message.data === "string";
    return post.call(this, isQuery ? { ...message, data: prepare(message.data) } : message, ...rest);
  };

  if (names.length) loadAll().catch(() => {}); // then words go as they are typed
})();
