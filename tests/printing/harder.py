"""A project that is hard to print: 42 invented sources in three languages, quotes that overlap, are split or run on over
paragraphs, footnotes, wide tables, and all else that a briefing may hold. The same at each run.
"""

import json
import random
from hashlib import sha256
from pathlib import Path
from typing import Any

SOURCES = 42
TOPICS = 6
LANGUAGES = ("en", "ru", "be")

_WORDS = {
    "en": [
        "river",
        "harbour",
        "quay",
        "council",
        "timber",
        "ledger",
        "winter",
        "bridge",
        "signal",
        "orchard",
        "barge",
        "tariff",
        "engine",
        "lantern",
        "gravel",
    ],
    "ru": [
        "река",
        "причал",
        "совет",
        "берёза",
        "зима",
        "мост",
        "огонь",
        "сигнал",
        "баржа",
        "тариф",
        "двигатель",
        "щебень",
        "отчёт",
        "подъезд",
        "съёмка",
    ],
    "be": [
        "рака",
        "прычал",
        "савет",
        "бяроза",
        "зіма",
        "мост",
        "агонь",
        "сігнал",
        "баржа",
        "тарыф",
        "рухавік",
        "шчэбень",
        "справаздача",
        "ўзбярэжжа",
        "дзень",
    ],
}
_MARKS = {"en": "“”", "ru": "«»", "be": "«»"}
_SIGNS = ("#", "*", "_", "$x$", "@", "<b>", "~", "\\", "=", "'", "--", "…", "100 %", "№ 7", "[x]", "`", "ﬁ", "½", "Ω")

PROSE = """# Key points

- First of all they say {quoted} [@{one}:q01].
- Nobody knows more. {{.judgment}}

## Background

A paragraph with *emphasis*, **strong words**, `code #let x = 1`, a [link](https://example.org/a?b=1&c=2), an escaped
\\* star, $5 and a #hash; it cites twice [see @{one}:q02; also @{two}:q02, p. 3] and has a footnote.[^n] Straight
"{quoted_plain}" [@{one}:q01] and -- dashes --- stay as they are...\\
A hard break, and a bare @mention of nobody.

> [@{two}:q03]

| a | b | c | d | e | f | g | h | i |
|:--|--:|:-:|---|---|---|---|---|---|
{rows}

1. one
   - nested, with a citation [@{two}:q01]
     1. deeper

       and a paragraph of its own
2. two

   ```
   fenced   code "quotes" #x
   ```

#### A level that skips

Term
:   What it means [@{two}:q02].

<!-- onrecord: figures -->

***

> {quoted_plain} [@{one}:q01]

[^n]: The words of the footnote, with *emphasis* and a citation [@{two}:q04].

## Open questions

- What then?
"""


_SETTINGS = """\
site_name: Harder
theme: {name: material, font: false}
plugins: [search, onrecord]
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables]
"""


def write_harder(folder: Path, *, sources: int = SOURCES, topics: int = TOPICS, quotes: int = 5) -> Path:
    """Write the project; gives its folder."""
    dice = random.Random(41)
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    (content / "briefings").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n\nInvented.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    _dump(content / "dossier.yml", {"title": "Harder: “words” & <signs> #1", "as_of": "2024-05-01", "editor": "Nobody"})
    _dump(content / "codebook.yml", {f"t{n}": _topic(n) for n in range(topics)})
    _dump(content / "speakers.yml", {f"p{n}": _speaker(n) for n in range(8)})
    first = {n: _write_source(content / "sources", n, topics, quotes, dice) for n in range(sources)}
    for n in range(topics):
        _write_briefing(content / "briefings", n, topics, first)
    return folder


def _dump(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")


def _topic(n: int) -> dict[str, str]:
    return {"label": f"Topic {n} & more", "definition": "What is said of it", **({"parent": "t0"} if n == 1 else {})}


def _speaker(n: int) -> dict[str, Any]:
    name = ("Ada Berg", "Пётр Ильин", "Алесь Ўласаў")[n % 3]
    return {"name": f"{name} {n}", "side": f"Side {n % 2}", "roles": [{"title": "Member", "from": "2020"}]}


def _sentence(dice: random.Random, language: str, words: int) -> str:
    chosen = [dice.choice(_WORDS[language]) for _ in range(words)]
    for _ in range(words // 6):
        chosen.insert(dice.randrange(1, len(chosen)), dice.choice(_SIGNS))
    return " ".join((chosen[0].capitalize(), *chosen[1:], str(dice.randrange(10**6)), chosen[0]))


def _write_source(folder: Path, n: int, topics: int, quotes: int, dice: random.Random) -> str:
    """Write a source and its record; gives the words of its first quote."""
    language = LANGUAGES[n % 3]
    title = f"{_WORDS[language][n % 15].capitalize()} {n}"
    opening, closing = _MARKS[language][0], _MARKS[language][1]
    paragraphs, records = [title, "• 7:54"], {}
    for q in range(1, quotes + 1):
        passage, told = _passage(dice, language, q)
        paragraphs.append(f"{_sentence(dice, language, 9)}. {opening}{told}{closing}, {_sentence(dice, language, 5)}.")
        records[f"q{q:02}"] = {"speaker": f"p{(n + q) % 8}", "topics": [f"t{(n + q) % topics}"], **passage}
    records["q02"]["links"] = [{"to": "q01", "as": "contrasts", "because": "they differ"}]
    long = "\n\n".join(_sentence(dice, language, 60) for _ in range(5))
    paragraphs.append(f"{opening}{long}{closing}")
    ends = long.split()
    records["q90"] = {"text": f"{' '.join(ends[:6])} … {' '.join(ends[-6:])}", "speaker": "p0", "topics": ["t0"]}
    narration = _sentence(dice, language, 7)
    paragraphs.append(f"{narration}, it costs $4.5 million.")
    costs = {"text": "$4.5 million", "status": "reported", "what": "cost of a barge", "period": str(2000 + n)}
    statement = {"text": f"{narration}, it costs $4.5 million.", "topics": [f"t{n % topics}"], "figures": [costs]}
    text = "\n\n".join(paragraphs) + "\n"
    record = {
        "title": title,
        "date": f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}",
        "publisher": "The Invented Courier",
        "url": "https://example.org/" + "long/" * 20,
        "language": language,
        "sha256": sha256(text.encode()).hexdigest(),
        "participants": ["p7"],
        "noise": ["• 7:54"],
        "quotes": records,
        "statements": {"s01": statement},
        "events": [{"what": "A barge comes", "passage": "s01", **({"date": str(2010 + n)} if n % 2 else {})}],
    }
    (folder / f"s{n:02}.txt").write_text(text, encoding="utf-8", newline="\n")
    _dump(folder / f"s{n:02}.yml", record)
    first = records["q01"]["text"]
    assert isinstance(first, str)
    return first


def _passage(dice: random.Random, language: str, q: int) -> tuple[dict[str, Any], str]:
    """Invent the words of a quote: whole, split into pieces, or with parts that overlap."""
    if q == 1:
        plain = " ".join((*dice.choices(_WORDS[language], k=14), str(dice.randrange(10**6))))
        return {"text": plain}, plain
    first, second = _sentence(dice, language, 14), _sentence(dice, language, 14)
    if q % 3 == 2:
        return {"text": [first, second]}, f"{first} — {second}"
    words = f"{first} {second}".split()
    parts = {"a": {"text": " ".join(words[:14])}, "b": {"text": " ".join(words[8:])}}
    return {"text": " ".join(words), "parts": parts, "context": "some context"}, " ".join(words)


def _write_briefing(folder: Path, n: int, topics: int, first: dict[int, str]) -> None:
    one, two = n % len(first), (n + topics) % len(first)
    words = " ".join(first[one].split()[:4])
    rows = "\n".join(f"|{'|'.join(f'cell {r} {c} of some length' for c in range(9))}|" for r in range(12))
    prose = PROSE.format(one=f"s{one:02}", two=f"s{two:02}", rows=rows, quoted=f"“{words}”", quoted_plain=words)
    front = f"---\ntopic: t{n}\nas_of: 2024-05-0{n % 9 + 1}\nstatus: current\nversion: {n + 1}\n---\n"
    (folder / f"b{n}.md").write_text(front + prose, encoding="utf-8", newline="\n")
