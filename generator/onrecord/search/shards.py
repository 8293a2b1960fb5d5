"""The index as scripts, which a browser takes from a server and from files alike.

The words are in shards in the order of their letters, each word with its records: those that have it in their title
apart. What entries can be chosen by stands among the words, behind a `#`, which no word holds. What is shown of entries is in
blocks. So a search loads the shards of its words and the blocks of what it shows, and no more: a shard is about 12 KB,
a block about 8, and a list of records at most a sixth of a byte for each record of the site. A script calls
`onrecordSearch` with what it holds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate

from onrecord.dates import Date
from onrecord.search.numbers import write_column, write_list, write_step
from onrecord.search.parts import APART, SPEAKER, TOPIC, Part, Place, Reader, Words, write_json
from onrecord.search.records import KINDS, Entry, Facets
from onrecord.stored import Store

SHARD = 12_000
"""Characters behind which a shard of words ends."""
BLOCK = 8_000
"""Characters behind which a block of entries ends."""

_FACET = "#"
"""Before what entries can be chosen by, among words: no word begins so."""
_DAYS_BEFORE = 719_163
"""1 January 1970, counted from 1 January of the year 1."""

_Run = tuple[int, int, str]
"""The records of a word within a kind: the first, the last, and the steps between them."""


def write_index(
    entries: Iterable[Entry], facets: Facets, url_of: Callable[[str], str], *, folder: str = ""
) -> Mapping[str, str]:
    """Write the scripts of entries that are few enough to be held in memory: an `Index` of one part."""
    store = Store()
    index = Index(facets, store)
    index.take(Reader(facets, store).read(entries))
    return dict(index.scripts(url_of, folder=folder))


class Index:
    """The index of one site, put together of its parts; it holds the words of a site, and not what is shown."""

    def __init__(self, facets: Facets, store: Store) -> None:
        """Begin with nothing; what is shown of the entries is in the store."""
        self._facets = facets
        self._store = store
        self._plain: tuple[dict[str, _Run], ...] = tuple({} for _ in KINDS)
        self._titled: tuple[dict[str, _Run], ...] = tuple({} for _ in KINDS)
        self._shown: tuple[list[tuple[Place, Place]], ...] = tuple([] for _ in KINDS)
        self._counts: tuple[Counter[str], ...] = tuple(Counter() for _ in KINDS)

    def take(self, part: Part) -> None:
        """Take the next part: its sources come after those of the last in the order of the facets, and what is of no source first."""
        for kind, new in enumerate(part):
            before = self._counts[kind].total()
            _join(self._plain[kind], new.plain, before)
            _join(self._titled[kind], new.titled, before)
            self._shown[kind].append(new.shown)
            self._counts[kind].update(new.sources)

    def scripts(self, url_of: Callable[[str], str], *, folder: str = "") -> Iterator[tuple[str, str]]:
        """Write the scripts, each with its name below a folder; `url_of` makes addresses relative to the root of the site."""
        version = sha256()
        firsts: list[str] = []
        lengths: list[int] = []
        for name, script in self._described(url_of, firsts, lengths):
            version.update(script.encode("utf-8", "surrogatepass"))
            yield f"{folder}{name}.js", script
        opened = {
            "version": version.hexdigest()[:12],
            "ends": list(accumulate(each.total() for each in self._counts)),
            "shards": firsts,
            "blocks": write_column(lengths),
        }
        yield f"{folder}index.js", _call("open", opened)

    def _described(
        self, url_of: Callable[[str], str], firsts: list[str], lengths: list[int]
    ) -> Iterator[tuple[str, str]]:
        """Write all but the one that describes the others; notes the first word of each shard, and how many entries a block has."""
        for number, lines in enumerate(_cut(self._lines(), SHARD)):
            firsts.append(lines[0].partition(" ")[0])
            yield f"words-{number}", _call("addWords", number, " ".join(lines))
        for number, rows in enumerate(_cut(self._rows(url_of), BLOCK)):
            lengths.append(len(rows))
            yield f"records-{number}", f"onrecordSearch.addRecords({number},[{','.join(rows)}]);\n"
        yield "facets", _call("addFacets", self._told_facets())

    def _lines(self) -> Iterator[str]:
        """Write each word with its lists, in the order in which browsers compare strings: by UTF-16 code units."""
        before = [0, *accumulate(each.total() for each in self._counts)]
        names = self._named()
        for name, word in sorted(names.items(), key=_utf_16):
            titled = _list_of(word, self._titled, before)
            line = f"{name} {_list_of(word, self._plain, before)}"
            yield f"{line},{titled}" if titled else line

    def _named(self) -> Mapping[str, str]:
        """Give each word by its name: what entries can be chosen by is named by its number, and what is no choice is left out."""
        facets = self._facets
        words = set().union(*self._plain, *self._titled)
        names = {word: word for word in words if not word.startswith(_FACET)}
        for mark, keys in ((SPEAKER, facets.speakers), (TOPIC, facets.topics)):
            chosen = {f"{mark}{number}": f"{mark}{key}" for number, (key, _) in enumerate(keys)}
            names |= {name: word for name, word in chosen.items() if word in words}
        return names

    def _rows(self, url_of: Callable[[str], str]) -> Iterator[str]:
        for parts in self._shown:
            for addresses, rest in parts:
                for address, shown in zip(self._read(addresses), self._read(rest), strict=True):
                    yield f"[{write_json(url_of(address))}{shown}]"

    def _read(self, place: Place) -> list[str]:
        return self._store.get(place).decode("utf-8", "surrogatepass").split(APART)[:-1]

    def _told_facets(self) -> Mapping[str, object]:
        """Tell the days of each source, how many entries of each kind it has, and the names of the rest."""
        facets = self._facets
        days = [date.first_day.toordinal() - _DAYS_BEFORE for _, date in facets.sources]
        return {
            "newest": days[0] if days else 0,
            "steps": write_column(before - day for before, day in zip([*days[:1], *days], days, strict=False)),
            "spans": write_column(map(_length, (date for _, date in facets.sources))),
            "counts": [write_column(counts[key] for key, _ in facets.sources) for counts in self._counts],
            "apart": [counts[""] for counts in self._counts],
            "keys": " ".join(key for key, _ in facets.sources),
            "speakers": list(map(list, facets.speakers)),
            "topics": list(map(list, facets.topics)),
        }


def _join(runs: dict[str, _Run], words: Words, before: int) -> None:
    """Add the words of a part to those of the parts before it, which have so many records."""
    for word, first, last, steps in words:
        run = runs.get(word)
        if run is None:
            runs[word] = (before + first, before + last, steps)
        else:
            runs[word] = (run[0], before + last, f"{run[2]}{write_step(before + first - run[1])}{steps}")


def _list_of(word: str, runs: Sequence[Mapping[str, _Run]], before: Sequence[int]) -> str:
    """Write the records of a word, those of all kinds; nothing for none."""
    first, last, written = -1, -1, ""
    for of_kind, start in zip(runs, before, strict=False):
        run = of_kind.get(word)
        if run is not None:
            between = write_step(start + run[0] - last) if first >= 0 else ""
            first = start + run[0] if first < 0 else first
            written = f"{written}{between}{run[2]}"
            last = start + run[1]
    return write_list(first, last, written) if first >= 0 else ""


def _utf_16(named: tuple[str, str]) -> bytes:
    return named[0].encode("utf-16-be")


def _cut(items: Iterable[str], length: int) -> Iterator[list[str]]:
    """Cut a list of texts into parts that end as soon as they are long enough."""
    part: list[str] = []
    long = 0
    for item in items:
        if part and long + len(item) > length:
            yield part
            part, long = [], 0
        part.append(item)
        long += len(item) + 1
    if part:
        yield part


def _length(date: Date) -> int:
    """Count the days that a date may mean besides its first."""
    return (date.last_day - date.first_day).days


def _call(method: str, *arguments: object) -> str:
    return f"onrecordSearch.{method}({','.join(map(write_json, arguments))});\n"
