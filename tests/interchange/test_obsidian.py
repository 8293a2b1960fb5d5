"""The folder for Obsidian: every link leads somewhere, and words of sources are nothing but words."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.interchange.commands import NotOursError, export_project
from onrecord.interchange.obsidian import escape, write_vault
from tests.interchange.projects import check, write_town
from tests.pages.dossiers import HOSTILE

LINK = re.compile(r"!?\[\[([^\]|#]+)(?:#(\^[^\]|]+))?(?:\|([^\]]+))?\]\]")
words = st.lists(
    st.sampled_from([each for each in HOSTILE if each.isprintable()]) | st.text("aé 1.", max_size=3), max_size=6
)


def vault(project: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in write_vault(check(project)).items()}


def test_there_is_a_note_for_everything(tmp_path: Path) -> None:
    write_town(tmp_path)
    assert list(vault(tmp_path)) == [
        "index.md",
        "sources/council24.md",
        "sources/letter24.md",
        "topics/bridge.md",
        "topics/costs.md",
        "speakers/mayor.md",
        "speakers/county.md",
        "briefings/bridge.md",
    ]


@pytest.mark.parametrize("demo", [False, True], ids=["the town", "the demo"])
def test_every_link_leads_to_a_note_and_every_block_id_is_there_once(tmp_path: Path, *, demo: bool) -> None:
    write_town(tmp_path)
    notes = vault(Path(__file__).parents[2] if demo else tmp_path)
    links = [match for text in notes.values() for match in LINK.finditer(text)]
    assert len(links) > 30
    for match in links:
        lines = notes[f"{match[1]}.md"].split("\n")
        assert match[2] is None or lines.count(match[2]) == 1, match[0]


def test_the_editor_s_keys_are_links_and_all_else_is_as_written(tmp_path: Path) -> None:
    write_town(tmp_path)
    assert vault(tmp_path)["briefings/bridge.md"].partition("---\n\n")[2] == (
        "## Key points\n\n- The mayor says: “we will not wait any longer 🚀” ([[sources/council24#^q01|council24:q01]])\n"
    )


def test_a_key_that_stands_alone_in_a_block_quote_is_an_embed(tmp_path: Path) -> None:
    write_town(tmp_path)
    briefing = tmp_path / "content/briefings/bridge.md"
    briefing.write_text(briefing.read_text(encoding="utf-8") + "\n> [@council24:q02]\n", encoding="utf-8")
    assert vault(tmp_path)["briefings/bridge.md"].endswith("\n\n![[sources/council24#^q02]]\n")


@given(words)
def test_words_of_a_source_are_shown_as_they_are(found: list[str]) -> None:
    text = " ".join("".join(found).split())
    shown = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"])
    tokens = shown.parse(f"> {escape(text)}")
    inline = [each for token in tokens for each in token.children or ()]
    assert "".join(each.content for each in inline) == text
    assert {each.type for each in inline} <= {"text", "text_special"}


@pytest.mark.parametrize("mark", ["==", "%%", "#tag", "[[x]]", "$a$", "^id", "~~"])
def test_what_obsidian_takes_for_a_mark_is_escaped(mark: str) -> None:
    assert all(re.search(rf"\\{re.escape(each)}", escape(f"a {mark}")) for each in mark if not each.isalnum())


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    town = write_town(tmp_path / "town")
    (tmp_path / "out").mkdir()
    export_project(town, "obsidian", tmp_path / "out")
    with pytest.raises(NotOursError, match="is there already"):
        export_project(town, "obsidian", tmp_path / "out")
