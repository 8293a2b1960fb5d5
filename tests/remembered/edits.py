"""What an author may do to a project, each as a function of its folder and of dice: a new one is put into `EDITS`.

All are done to a project of `tests.bench.projects`, and leave one that builds.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path, random.Random], None]


def _change(path: Path, pattern: str, new: str, dice: random.Random) -> None:
    """Replace one of the places where a pattern fits, if there is any."""
    text = path.read_text(encoding="utf-8")
    places = list(re.finditer(pattern, text, re.MULTILINE))
    if places:
        place = dice.choice(places)
        path.write_text(text[: place.start()] + place.expand(new) + text[place.end() :], encoding="utf-8", newline="\n")


def _one(project: Path, pattern: str, dice: random.Random) -> Path:
    return dice.choice(sorted((project / "content").glob(pattern)))


def _word(dice: random.Random) -> str:
    return "".join(dice.choices("abcdefgh", k=6)).capitalize()


def rename_speaker(project: Path, dice: random.Random) -> None:
    _change(project / "content/speakers.yml", r"name: .*", f"name: {_word(dice)}", dice)


def move_speaker_to_another_side(project: Path, dice: random.Random) -> None:
    _change(project / "content/speakers.yml", r"side: .*", f"side: {_word(dice)}", dice)


def end_role(project: Path, dice: random.Random) -> None:
    _change(project / "content/speakers.yml", r"title: \w+", f"title: {_word(dice)}", dice)


def rename_topic(project: Path, dice: random.Random) -> None:
    _change(project / "content/codebook.yml", r"label: .*", f"label: {_word(dice)}", dice)


def put_topic_below_another(project: Path, dice: random.Random) -> None:
    _change(project / "content/codebook.yml", r"^t[2-9]:$", r"\g<0>" + f"\n  parent: t{dice.randrange(2)}", dice)


def turn_topics_around(project: Path, dice: random.Random) -> None:
    del dice
    path = project / "content/codebook.yml"
    topics = re.split(r"^(?=t\d+:)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text("".join(reversed(topics)), encoding="utf-8", newline="\n")


def add_topic(project: Path, dice: random.Random) -> None:
    with (project / "content/codebook.yml").open("a", encoding="utf-8") as file:
        file.write(f"new-{_word(dice).lower()}:\n  label: New\n  definition: Nothing is filed here yet\n")


def explain_passage(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"^    topics:", f"    context: {_word(dice)}\n    topics:", dice)


def file_passage_elsewhere(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"topics: \[.*\]", f"topics: [t{dice.randrange(12)}, t1]", dice)


def give_passage_to_another_speaker(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"speaker: p\d", f"speaker: p{dice.randrange(4)}", dice)


def mention_speaker(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"^    speaker:", "    mentions: [p0]\n    speaker:", dice)


def drop_link(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"^    links:\n      - .*\n", "", dice)


def turn_link(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"as: \w+", "as: supports", dice)


def add_figure(project: Path, dice: random.Random) -> None:
    """State a number in a source of its own."""
    name = f"f{dice.randrange(1000)}"
    sources = project / "content/sources"
    text = f"The harvest rose to {dice.randrange(100, 999)} tonnes in all.\n"
    number = re.search(r"\d+", text)
    assert number
    record = (
        f"title: Harvest\ndate: 2024-01-02\npublisher: Courier\nquotes:\n  q00:\n    text: {text}"
        f"    speaker: p0\n    topics: [t0]\n    figures:\n      - text: {number[0]} tonnes\n        value: {number[0]}\n"
        "        unit: t\n        what: harvest\n"
    )
    (sources / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    (sources / f"{name}.yml").write_text(record, encoding="utf-8", newline="\n")


def rename_source(project: Path, dice: random.Random) -> None:
    _change(_one(project, "sources/*.yml", dice), r"^title: .*", f"title: {_word(dice)}", dice)


def date_source_anew(project: Path, dice: random.Random) -> None:
    new = f"date: 20{dice.randrange(10, 24)}-0{dice.randrange(1, 9)}-11"
    _change(_one(project, "sources/*.yml", dice), r"^date: .*", new, dice)


def tell_former_key(project: Path, dice: random.Random) -> None:
    record = _one(project, "sources/*.yml", dice)
    _change(record, r"^title: ", f"aliases: [old-{record.stem}-{dice.randrange(99)}]\ntitle: ", dice)


def lengthen_text(project: Path, dice: random.Random) -> None:
    """Add words in front, so that every passage moves, and take the hash of the former ones away."""
    text = _one(project, "sources/s*.txt", dice)
    text.write_text(f"{_word(dice)} {_word(dice)} came first.\n\n{text.read_text(encoding='utf-8')}", encoding="utf-8")
    _change(text.with_suffix(".yml"), r"^sha256: .*\n", "", dice)


def say_nothing_more(project: Path, dice: random.Random) -> None:
    """Put a remark into a file, so that all below moves and nothing changes."""
    _change(_one(project, "sources/*.yml", dice), r"^quotes:", f"# {_word(dice)}\nquotes:", dice)


def add_source(project: Path, dice: random.Random) -> None:
    sources = project / "content/sources"
    source = _one(project, "sources/s*.yml", dice)
    name = f"n{dice.randrange(10_000)}"
    shutil.copyfile(source.with_suffix(".txt"), sources / f"{name}.txt")
    shutil.copyfile(source, sources / f"{name}.yml")


def keep_earlier_words(project: Path, dice: random.Random) -> None:
    """Do as `onrecord refresh` does: the words that were annotated become an earlier version of others."""
    sources = project / "content/sources"
    source = _one(project, "sources/s*.yml", dice)
    earlier = sources / f"{source.stem}-v{dice.randrange(1000)}.yml"
    shutil.copyfile(source.with_suffix(".txt"), earlier.with_suffix(".txt"))
    shutil.copyfile(source, earlier)
    _change(earlier, r"^title: ", f"version_of: {source.stem}\nreplaced: 2024-03-07\ntitle: ", dice)


def delete_source(project: Path, dice: random.Random) -> None:
    """Delete a source, every link to it and every sentence that quotes it."""
    record = _one(project, "sources/*.yml", dice)
    for path in (record, record.with_suffix(".txt")):
        path.unlink()
    for path in (project / "content").rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        kept = re.sub(
            rf"^(?:    links:\n)?      - {{to: \"{record.stem}:.*\n|^.*@{record.stem}:.*\n",
            "",
            text,
            flags=re.MULTILINE,
        )
        if kept != text:
            path.write_text(kept, encoding="utf-8", newline="\n")


def write_more(project: Path, dice: random.Random) -> None:
    with _one(project, "briefings/*.md", dice).open("a", encoding="utf-8") as file:
        file.write(f"\n## {_word(dice)}\n\n{_word(dice)} is all that there is to say.\n")


def link_prose_to_page(project: Path, dice: random.Random) -> None:
    with _one(project, "briefings/*.md", dice).open("a", encoding="utf-8") as file:
        file.write(f"\nSee [there](../../sources/s{dice.randrange(12)}/index.md) and [about](../../about.md).\n")


def set_status(project: Path, dice: random.Random) -> None:
    _change(_one(project, "briefings/*.md", dice), r"^version: .*", f"version: {dice.randrange(2, 99)}", dice)


def delete_briefing(project: Path, dice: random.Random) -> None:
    _one(project, "briefings/*.md", dice).unlink()


def rename_dossier(project: Path, dice: random.Random) -> None:
    _change(project / "content/dossier.yml", r"title: .*", f"title: {_word(dice)}", dice)


def mark_dossier(project: Path, dice: random.Random) -> None:
    with (project / "content/dossier.yml").open("a", encoding="utf-8") as file:
        if "marking" not in (project / "content/dossier.yml").read_text(encoding="utf-8"):
            file.write(f"marking: {_word(dice)}\n")


def rename_site(project: Path, dice: random.Random) -> None:
    _change(project / "mkdocs.yml", r"site_name: .*", f"site_name: {_word(dice)}", dice)


def move_site(project: Path, dice: random.Random) -> None:
    _change(project / "mkdocs.yml", r"^plugins:", f"site_url: https://{_word(dice)}.example/\nplugins:", dice)


def use_other_search(project: Path, dice: random.Random) -> None:
    _change(project / "mkdocs.yml", r"onrecord\]", "onrecord: {search: theme}]", dice)


def write_by_hand(project: Path, dice: random.Random) -> None:
    page = project / "docs" / f"{_word(dice).lower()}.md"
    page.write_text("# By hand\n\nSee [a topic](topics/t1/index.md#quotes).\n", encoding="utf-8")


def open_home(project: Path, dice: random.Random) -> None:
    (project / "docs/index.md").write_text(f"# {_word(dice)}\n\nWelcome.\n", encoding="utf-8")


def change_template(project: Path, dice: random.Random) -> None:
    own = project / "overrides"
    own.mkdir(exist_ok=True)
    (own / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}' + _word(dice) + "{% endblock %}", encoding="utf-8"
    )
    _change(project / "mkdocs.yml", r"  font: false\n(?!  custom)", "  font: false\n  custom_dir: overrides\n", dice)


EDITS: tuple[Edit, ...] = (
    rename_speaker,
    move_speaker_to_another_side,
    end_role,
    rename_topic,
    put_topic_below_another,
    turn_topics_around,
    add_topic,
    explain_passage,
    file_passage_elsewhere,
    give_passage_to_another_speaker,
    mention_speaker,
    drop_link,
    turn_link,
    add_figure,
    rename_source,
    date_source_anew,
    tell_former_key,
    lengthen_text,
    say_nothing_more,
    add_source,
    keep_earlier_words,
    delete_source,
    write_more,
    link_prose_to_page,
    set_status,
    delete_briefing,
    rename_dossier,
    mark_dossier,
    rename_site,
    move_site,
    use_other_search,
    write_by_hand,
    open_home,
    change_template,
)
