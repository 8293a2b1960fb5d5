// The index of search, which is loaded as scripts, piece by piece as words ask for it.
//
// `find(query, chosen)` gives `{ wanted, count, named, read }`: the folded words, how many hits there are, pages whose names have
// all the words, and `read(start, end)` that gives some hits as { kind, url, title, text, shown, language }.

(() => {
  const { load } = onrecordSearch;
  const REACH = 4; // shards that one word is looked for in, at most: what begins with few letters goes on and on
  const NAMED = 3; // pages shown by their names
  const KINDS = ["quote", "statement", "page", "source", "text"];
  const [PAGES, SOURCES] = [2, 3];
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = Object.fromEntries([...ALPHABET].map((character, value) => [character, value]));
  const DAY = 86_400_000;

  // What the scripts of the index hold.
  const shards = new Map();
  const blocks = new Map();
  let index = null;
  let facets = null;

  // As `search/numbers.py` writes.
  const readColumn = (written) => {
    const numbers = [];
    let [number, factor] = [0, 1];
    for (const character of written) {
      const value = VALUES[character];
      number += (value % 32) * factor;
      factor *= 32;
      if (value >= 32) continue;
      numbers.push(number);
      [number, factor] = [0, 1];
    }
    return numbers;
  };

  const readRising = (written, take) => {
    if (written.startsWith("*")) {
      for (let at = 1; at < written.length; at += 1) {
        for (let value = VALUES[written[at]], bit = 0; value; value >>= 1, bit += 1) if (value & 1) take((at - 1) * 6 + bit);
      }
      return;
    }
    let number = -1;
    for (const step of readColumn(written)) take((number += step + 1));
  };

  // As `search/folding.py` folds.
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "");
  const wordsIn = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  const commonLength = (one, other) => {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length += 1;
    return length;
  };

  // How many letters a word must begin with to be another form of one: all but its last two. Cyrillic is written by languages
  // with many endings, some of three letters (`программами`).
  const stemLength = (wanted) => Math.max(4, wanted.length - (/\p{Script=Cyrillic}/u.test(wanted) ? 3 : 2));

  // A word is found by itself, by its beginning, or in another form.
  const weigh = (word, wanted) => {
    if (word === wanted) return 3;
    if (wanted.length > 1 && word.startsWith(wanted)) return 2;
    const common = commonLength(wanted, word);
    return common >= stemLength(wanted) && word.length <= common + 3 ? 1 : 0;
  };
  const IN_TITLE = 3; // more, for a word of a title

  const loadIndex = () => load("index", `?t=${Date.now()}`);
  const loadPart = (name) => load(name, `?v=${index.version}`);

  // Which of rising `starts` holds a value: the last that is not beyond it.
  const placeOf = (starts, value) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  const loadShards = async (first, last, at) => {
    let [from, to] = [placeOf(index.shards, first), placeOf(index.shards, last)];
    if (to - from >= REACH) {
      from = Math.max(from, placeOf(index.shards, at));
      to = Math.min(to, from + REACH - 1);
    }
    const numbers = Array.from({ length: to - from + 1 }, (_, more) => from + more);
    await Promise.all(numbers.map((number) => loadPart(`words-${number}`)));
    return numbers.map((number) => shards.get(number));
  };

  // How much each record counts for one word, 0 where it has it in no form.
  const findWord = async (wanted) => {
    const found = new Uint8Array(index.ends.at(-1));
    if (!index.shards.length) return found;
    const stem = wanted.slice(0, stemLength(wanted));
    const last = wanted.length > 1 ? `${stem}\uffff` : wanted;
    for (const shard of await loadShards(stem, last, wanted)) {
      for (let at = 0; at < shard.length; at += 2) {
        const weight = weigh(shard[at], wanted);
        if (!weight) continue;
        const [plain, titled = ""] = shard[at + 1].split(",");
        readRising(plain, (number) => (found[number] = Math.max(found[number], weight)));
        readRising(titled, (number) => (found[number] = Math.max(found[number], weight + IN_TITLE)));
      }
    }
    return found;
  };

  const findFacet = async (token) => {
    const found = new Uint8Array(index.ends.at(-1));
    for (const shard of await loadShards(token, token, token)) {
      const at = shard.findIndex((word, place) => place % 2 === 0 && word === token);
      if (at >= 0) readRising(shard[at + 1].split(",")[0], (number) => (found[number] = 1));
    }
    return found;
  };

  const both = (one, other) => (one && other ? one.map((value, at) => value && other[at]) : (one ?? other));

  // A date known to the month or year only counts as inside a range that it may be in.
  const chooseByDate = (from, until) => {
    const [first, last] = [from ? Date.parse(from) / DAY : -Infinity, until ? Date.parse(until) / DAY : Infinity];
    return Uint8Array.from(facets.days, (day, at) => day <= last && day + facets.spans[at] >= first);
  };

  const chooseByName = async (words) => {
    const found = await Promise.all(words.map(findWord));
    const base = index.ends[SOURCES - 1];
    return Uint8Array.from(facets.days, (_, at) => found.every((each) => each[base + at]));
  };

  // The records of chosen sources: within a kind, those of a source stand together, behind those of none.
  const recordsOf = (sources) => {
    const records = new Uint8Array(index.ends.at(-1));
    let number = 0;
    KINDS.forEach((_, kind) => {
      number += facets.apart[kind];
      facets.counts[kind].forEach((count, source) => {
        if (sources[source]) records.fill(1, number, number + count);
        number += count;
      });
    });
    return records;
  };

  // Which records may be found, null for all.
  const choose = async ({ speaker, topic, source, from, until }) => {
    if (![speaker, topic, source, from, until].some(Boolean)) return null;
    await loadPart("facets");
    const among = (names, id) => names.findIndex(([each]) => each === id);
    const facet = (letter, names, id) => (id ? findFacet(`#${letter}${among(names, id)}`) : null);
    const [said, filed] = await Promise.all([facet("s", facets.speakers, speaker), facet("t", facets.topics, topic)]);
    const dated = from || until ? chooseByDate(from, until) : null;
    const named = source ? await chooseByName(wordsIn(source)) : null;
    const sources = both(dated, named);
    return both(both(said, filed), sources && recordsOf(sources));
  };

  // The best of a kind first, and of those that are as good, in their own order: the newest source first.
  const sortHits = (weightOf) => {
    const hits = [];
    index.ends.forEach((end, kind) => {
      const byWeight = [];
      for (let number = index.ends[kind - 1] ?? 0; number < end; number += 1) {
        const weight = weightOf(number);
        if (weight) (byWeight[weight] ??= []).push({ number, kind, weight });
      }
      for (const some of byWeight.reverse()) if (some) for (const hit of some) hits.push(hit);
    });
    return hits;
  };

  const find = async (query, chosen) => {
    await loadIndex();
    const asked = wordsIn(query);
    const wanted = [...new Set(asked)];
    const [allowed, ...found] = await Promise.all([choose(chosen), ...wanted.map(findWord)]);
    const weightOf = (number) => {
      if (allowed && !allowed[number]) return 0;
      let sum = found.length ? 0 : 1;
      for (const each of found) {
        if (!each[number]) return 0;
        sum += each[number];
      }
      return sum;
    };
    const hits = wanted.length || allowed ? sortHits(weightOf) : [];
    const all = (3 + IN_TITLE) * wanted.length;
    const named = allowed || !all ? [] : hits.filter(({ kind, weight }) => kind === PAGES && weight === all).slice(0, NAMED);
    return {
      wanted,
      count: hits.length,
      named: await Promise.all(named.map(readHit)),
      read: async (start, end) => likest(await Promise.all(hits.slice(start, end).map(readHit)), asked.join(" ")),
    };
  };

  // Of those that are as good, what begins with the words as they were asked for comes first, and then what holds them so.
  const likest = (hits, asked) => {
    const likeness = (hit) => {
      const words = wordsIn(hit.text).join(" ");
      return (words.startsWith(asked) ? 2 : 0) + (words.includes(asked) ? 1 : 0);
    };
    return hits
      .map((hit) => ({ hit, like: likeness(hit) }))
      .sort((a, b) => a.hit.kind - b.hit.kind || b.hit.weight - a.hit.weight || b.like - a.like || a.hit.number - b.hit.number)
      .map(({ hit }) => hit);
  };

  const readHit = async (hit) => {
    const block = placeOf(index.starts, hit.number);
    await loadPart(`records-${block}`);
    const [url, title = "", text = "", shown = "", language = ""] = blocks.get(block)[hit.number - index.starts[block]];
    return { ...hit, url, title, text, shown, language };
  };

  const readFacets = async () => {
    await loadIndex();
    await loadPart("facets");
    return facets;
  };

  Object.assign(onrecordSearch, {
    KINDS,
    find,
    loadIndex,
    readFacets,
    wordsIn,
    weigh,
    open: (read) => {
      const starts = [0];
      for (const count of readColumn(read.blocks)) starts.push(starts.at(-1) + count);
      index = { ...read, starts: starts.slice(0, -1) };
    },
    addWords: (number, words) => shards.set(number, words.split(" ")),
    addRecords: (number, records) => blocks.set(number, records),
    addFacets: (read) => {
      let day = read.newest;
      const days = readColumn(read.steps).map((step) => (day -= step));
      facets = { ...read, days, spans: readColumn(read.spans), counts: read.counts.map(readColumn) };
    },
  });
})();
