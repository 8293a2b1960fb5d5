"""A dossier in volumes: each a whole PDF that proves itself, and that says in which other volume something is."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.pages.index import index_dossier
from onrecord.printing.volumes import plan_volumes, proven_in
from onrecord.products import name_prints
from onrecord.scaffold import write_project
from onrecord.verifying.pdf import verify_pdf
from tests.printing.conftest import VOLUME_SIZE as SIZE
from tests.printing.conftest import Printed
from tests.printing.reading import page_texts, squeeze
from tests.printing.test_pdf import bookmarks


def test_everything_is_in_one_volume_the_briefings_first(harder: Printed) -> None:
    planned = plan_volumes(harder.dossier, SIZE)
    assert [each.number for each in planned] == list(range(1, len(planned) + 1))
    assert {each.count for each in planned} == {len(planned)}
    assert tuple(topic for each in planned for topic in each.topics) == harder.dossier.topics
    assert tuple(source for each in planned for source in each.sources) == harder.dossier.sources
    assert not any(each.topics and each.sources for each in planned)
    assert [bool(each.topics) for each in planned] == sorted((bool(each.topics) for each in planned), reverse=True)
    assert all(len(each.sources) <= SIZE for each in planned)
    assert sum(each.has_tables for each in planned) == 1


@pytest.mark.parametrize("size", [0, 1_000])
def test_a_dossier_that_fits_is_not_in_volumes(harder: Printed, size: int) -> None:
    assert plan_volumes(harder.dossier, size) == ()


def test_no_volume_of_briefings_is_longer_than_asked_for_but_by_one_chapter(harder: Printed) -> None:
    index = index_dossier(harder.dossier)
    for each in plan_volumes(harder.dossier, SIZE):
        passages = sum(len(index.on_topic(topic)) for topic in each.topics)
        assert len(each.topics) == 1 or 4 * len(each.topics) + passages <= 4 * SIZE


def test_each_volume_proves_every_passage_that_it_shows(harder: Printed, volumes: tuple[Path, ...]) -> None:
    assert len(volumes) > 2
    proven = set()
    for file, volume in zip(volumes, plan_volumes(harder.dossier, SIZE), strict=True):
        verdict = verify_pdf(file)
        part = proven_in(volume, harder.dossier)
        assert verdict.differences == ()
        assert verdict.proven[-1].startswith(f"the pages show the words of {len(part.passages)} passage")
        text = "".join(page_texts(file))
        whole = [each for each in part.passages if all(squeeze(piece) in text for piece in each.pieces)]
        # Cards are whole. In the text of a source the foot of a page and its margin come between the words of some.
        assert len(whole) > 0.8 * len(part.passages) if volume.sources else len(whole) == len(part.passages)
        proven |= {each.address for each in part.passages if volume.sources}
    assert proven == {each.address for each in harder.dossier.passages}


def test_each_volume_says_which_it_is_and_has_its_own_contents(volumes: tuple[Path, ...]) -> None:
    for number, file in enumerate(volumes, start=1):
        assert file.name == f"x-volume-{number}.pdf"
        assert f"volume{number}of{len(volumes)}" in page_texts(file)[0]
        assert "Contents" in [title for _, title in bookmarks(file, 0)]


def test_what_is_in_another_volume_is_told_with_its_number(harder: Printed, volumes: tuple[Path, ...]) -> None:
    planned = plan_volumes(harder.dossier, SIZE)
    texts = ["".join(page_texts(file)) for file in volumes]
    numbers = {each.key: number for number, each in enumerate(harder.dossier.sources, start=1)}
    index = index_dossier(harder.dossier)
    told = 0
    for volume, text in zip(planned, texts, strict=True):
        for topic in volume.topics:
            for each in index.on_topic(topic):
                other = next(found.number for found in planned if each.source in found.sources)
                assert squeeze(f"volume {other}, source {numbers[each.source.key]}, ") in text
                told += 1
        own = {each.key for each in volume.sources}
        for use in (use for each in harder.dossier.passages if each.source.key in own for use in index.uses_of(each)):
            other = next(found.number for found in planned if use.topic in found.topics)
            assert squeeze(f"{use.topic.label} (volume {other})") in text
            told += 1
    assert told > len(planned)


def test_the_files_of_the_volumes_are_named_after_the_dossier(harder: Printed) -> None:
    printing = replace(harder.dossier.printing, volume=SIZE)
    names = name_prints(replace(harder.dossier, printing=printing))
    assert len(names) == len(plan_volumes(harder.dossier, SIZE))
    assert names[1].endswith("-volume-2.pdf")
    assert name_prints(harder.dossier) == (names[0].replace("-volume-1", ""),)


def test_the_commands_make_each_volume_and_the_home_page_offers_all(tmp_path: Path) -> None:
    write_project(tmp_path / "town")
    sources = tmp_path / "town" / "content" / "sources"
    (sources / "other.txt").write_text("Nothing was said.\n", encoding="utf-8")
    (sources / "other.yml").write_text("title: Other\npublisher: Town\ndate: 2024-06-01\n", encoding="utf-8")
    dossier = tmp_path / "town" / "content" / "dossier.yml"
    dossier.write_text(f"{dossier.read_text(encoding='utf-8')}\nprint: {{volume: 1}}\n", encoding="utf-8")
    project = str(tmp_path / "town")
    run = CliRunner().invoke(main, ["build", "pdf", "site", "--project", project])
    assert run.exit_code == 0, run.output
    printed = sorted(path.name for path in (tmp_path / "town" / "build").glob("*.pdf"))
    assert len(printed) > 2
    assert all(name in run.output for name in printed)
    home = (tmp_path / "town" / "build" / "site" / "index.html").read_text(encoding="utf-8")
    for number in range(1, len(printed) + 1):
        (file,) = (tmp_path / "town" / "build").glob(f"*-volume-{number}.pdf")
        assert (tmp_path / "town" / "build" / "site" / "data" / file.name).read_bytes() == file.read_bytes()
        assert f'<a href="data/{file.name}"><bdi>PDF, volume {number}</bdi></a>' in unescape(home)
