from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from onrecord.problems import Problem
from onrecord.rendered import Heading, HtmlBlock, ProseBlock
from onrecord.site import Site
from onrecord.urls import HOME
from onrecord.writing import RefusedError, write_site
from onrecord.writing import folder as folder_module
from tests.website.projects import MKDOCS_YML, Project, page, problem, small_site, warning, with_page


def write(project: Project, out: str = "out") -> tuple[Problem, ...]:
    return write_site(project.site, project.folder, project.folder.parent / out)


def written(project: Project, path: str) -> str:
    return (project.folder.parent / "out" / path).read_text(encoding="utf-8")


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_pages_files_hand_written_pages_and_settings(project: Project) -> None:
    project.write("docs/.hidden", "not for readers")
    assert write(project) == ()
    assert files_in(project.folder.parent / "out") == {
        ".onrecord",
        "docs/assets/onrecord.css",
        "docs/assets/onrecord/previews.js",
        "docs/data/quotes.csv",
        "docs/index.md",
        "docs/method.md",
        "docs/sources/index.md",
        "docs/sources/kursk22/index.md",
        "docs/topics/index.md",
        "docs/topics/trade/index.md",
        "mkdocs.yml",
    }


def test_the_marking_stands_above_the_title(project: Project) -> None:
    marking = HtmlBlock('<p class="or-marking">For information</p>')
    project.site = replace(
        project.site, pages=tuple(replace(each.whole(), marking=marking) for each in project.site.pages)
    )
    write(project)
    title = '\n---\n\n<p class="or-marking">For information</p>\n\n# Trade\n'
    assert title in written(project, "docs/topics/trade/index.md")


def test_a_page_is_plain_markdown_with_finished_html(project: Project) -> None:
    write(project)
    assert written(project, "docs/topics/trade/index.md") == (
        "---\n"
        'title: "Trade"\n'
        'description: "About Trade"\n'
        "---\n"
        "\n"
        "# Trade\n"
        "\n"
        "## Key points\n"
        "\n"
        '- Russia "will earmark" <a href="../../sources/kursk22/#q04">q04</a>\n'
        "\n"
        "## Contrasts { #contrasts }\n"
        "\n"
        '<p id="all"><a href="../../data/quotes.csv">Data</a>, <a href="../../">home</a></p>\n'
    )


def test_plain_text_is_written_so_that_nothing_reads_it_as_markup(project: Project) -> None:
    project.site = with_page(small_site(), page("topics/", "</title> *a*", Heading(2, "[b] {#c}", "d"), is_hub=True))
    write(project)
    text = written(project, "docs/topics/index.md")
    assert 'title: "&lt;/title&gt; *a*"\n' in text
    assert "# &#60;&#47;title&#62; &#42;a&#42;\n" in text
    assert "## &#91;b&#93; &#123;&#35;c&#125; { #d }\n" in text


def test_inline_html_stands_in_a_block_of_its_own(project: Project) -> None:
    project.site = with_page(small_site(), page("topics/", "T", HtmlBlock("<span>*</span>"), is_hub=True))
    write(project)
    assert "<div><span>*</span></div>" in written(project, "docs/topics/index.md")


def test_an_opening_keeps_its_front_matter_and_its_title(project: Project) -> None:
    project.write("docs/index.md", "---\nhide: [toc]\n---\n# Welcome\n\nHello.\n")
    write(project)
    assert written(project, "docs/index.md") == (
        "---\n"
        "hide: [toc]\n"
        'title: "Welcome"\n'
        'description: "About Demo dossier"\n'
        "---\n"
        "\n"
        "# Welcome\n"
        "\n"
        "Hello.\n"
        "\n"
        '<p>See <a href="topics/trade/#contrasts">trade</a>.</p>\n'
    )


def test_settings_are_carried_over_without_our_plugin_and_python(project: Project) -> None:
    project.write(
        "mkdocs.yml",
        "site_name: !ENV [NAME, Demo]\n"
        "docs_dir: pages\n"
        "site_dir: ../public\n"
        "use_directory_urls: false\n"
        "hooks: [hook.py]\n"
        "theme: {name: material, custom_dir: overrides}\n"
        "plugins:\n"
        "  - search: {lang: en}\n"
        "  - onrecord: {about_label: More}\n"
        "markdown_extensions:\n"
        "  - toc: {slugify: !!python/name:pymdownx.slugs.uslugify }\n"
        "extra_css: [mine.css]\n"
        "exclude_docs: draft.md\n"
        "not_in_nav: |\n"
        "  /secret.md\n",
    )
    for name in ("draft", "more", "secret"):
        project.write(f"pages/{name}.md", "words")
    project.write("overrides/main.html", "template")
    assert write(project) == ()
    assert written(project, "overrides/main.html") == "template"
    assert written(project, "mkdocs.yml") == (
        "site_name: !ENV [NAME, Demo]\n"
        "theme: {name: material, custom_dir: overrides}\n"
        "plugins:\n"
        "- search: {lang: en}\n"
        "markdown_extensions:\n"
        "- toc: {slugify: !!python/name:pymdownx.slugs.uslugify ''}\n"
        "- attr_list\n"
        "extra_css:\n"
        "- assets/onrecord.css\n"
        "- mine.css\n"
        "exclude_docs: draft.md\n"
        "not_in_nav: |\n"
        "  /secret.md\n"
        "  /topics/*/index.md\n"
        "  /sources/*/index.md\n"
        "docs_dir: docs\n"
        "edit_uri: ''\n"
        "extra_javascript:\n"
        "- assets/onrecord/previews.js\n"
        "nav:\n"
        "- Home: index.md\n"
        "- Topics: topics/index.md\n"
        "- Sources: sources/index.md\n"
        "- More:\n"
        "  - more.md\n"
    )


def test_an_excluded_opening_opens_nothing(project: Project) -> None:
    project.write("docs/index.md", "Draft.")
    project.write("mkdocs.yml", MKDOCS_YML + "exclude_docs: index.md\n")
    write(project)
    assert "Draft." not in written(project, "docs/index.md")
    project.build()
    assert "Draft." not in project.text("index.html")


def test_settings_may_be_maps_and_the_authors_navigation_stays(project: Project) -> None:
    project.write(
        "mkdocs.yml",
        "site_name: Demo\nplugins: {search: {}, onrecord: {}}\nmarkdown_extensions: {attr_list: {}}\nnav: [index.md]\n",
    )
    write(project)
    settings = yaml.safe_load(written(project, "mkdocs.yml"))
    assert settings["plugins"] == {"search": {}}
    assert settings["markdown_extensions"] == {"attr_list": {}}
    assert settings["nav"] == ["index.md"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read"),
        ("a: [", "is not YAML"),
        ("- a", "is not a map of settings"),
        ("INHERIT: other.yml", "inherits settings"),
        ("theme: {name: material, custom_dir: ../theirs}", "lies outside the project"),
    ],
)
def test_settings_that_cannot_be_carried_over_are_refused(project: Project, text: str | None, message: str) -> None:
    (project.folder / "mkdocs.yml").unlink()
    if text is not None:
        project.write("mkdocs.yml", text)
    with pytest.raises(RefusedError, match=message):
        write(project)
    assert not (project.folder.parent / "out").exists()


def test_a_folder_that_was_written_before_is_replaced_as_a_whole(project: Project) -> None:
    write(project)
    (project.folder.parent / "out" / "docs" / "left-over.md").write_text("old", encoding="utf-8")
    write(project)
    assert "docs/left-over.md" not in files_in(project.folder.parent / "out")


def test_an_empty_folder_is_filled(project: Project) -> None:
    (project.folder.parent / "out").mkdir()
    write(project)
    assert written(project, "mkdocs.yml")


def test_a_folder_with_something_else_in_it_is_refused(project: Project) -> None:
    theirs = project.folder.parent / "out" / "thesis.txt"
    theirs.parent.mkdir()
    theirs.write_text("years of work", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"is not empty and was not written by `onrecord write`"):
        write(project)
    assert files_in(theirs.parent) == {"thesis.txt"}


@pytest.mark.parametrize("out", ["project", "", "project/docs/out"])
def test_a_folder_that_holds_or_feeds_the_project_is_refused(project: Project, out: str) -> None:
    with pytest.raises(RefusedError, match="holds files of the project itself"):
        write(project, out)


def test_a_file_in_the_place_of_the_folder_is_refused(project: Project) -> None:
    (project.folder.parent / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(RefusedError, match="is not a folder"):
        write(project)


def test_a_failure_while_writing_leaves_the_old_folder_and_no_other(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project)
    before = files_in(project.folder.parent / "out")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(folder_module, "_write_file", fail)
    with pytest.raises(OSError, match="disk full"):
        write(project)
    assert files_in(project.folder.parent / "out") == before
    assert {path.name for path in project.folder.parent.iterdir()} == {"out", "project"}


def test_a_failure_while_swapping_brings_the_old_folder_back(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project)
    before = files_in(project.folder.parent / "out")
    rename = Path.rename

    def fail_for_the_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(OSError, match="in use"):
        write(project)
    assert files_in(project.folder.parent / "out") == before


@pytest.mark.parametrize("address", ["../", "topics/../../x/", "/etc/", "C:/x/", "a\\..\\b/"])
def test_no_address_leads_outside_the_site(address: str) -> None:
    with pytest.raises(ValueError, match="is outside the site"):
        Site(title="T", pages=(page(address, "T"),))
    with pytest.raises(ValueError, match="is outside the site"):
        Site(title="T", pages=(), files={address: ""})


def test_errors_forbid_to_write_and_warnings_do_not(project: Project) -> None:
    project.site = replace(small_site(), problems=(warning(),))
    assert write(project) == (warning(),)
    project.site = replace(small_site(), pages=(), problems=(problem(), warning()))
    before = written(project, "docs/index.md")
    assert set(write(project)) == {problem(), warning()}
    assert written(project, "docs/index.md") == before


def test_a_clash_with_a_hand_written_page_forbids_to_write(project: Project) -> None:
    project.write("docs/topics.md", "mine")
    assert [(each.code, str(each.location)) for each in write(project)] == [("P101", "docs/topics.md:1:1")]
    assert not (project.folder.parent / "out").exists()


def test_writing_twice_gives_the_same_bytes(project: Project) -> None:
    write(project)
    first = {path: written(project, path) for path in files_in(project.folder.parent / "out")}
    write(project)
    assert {path: written(project, path) for path in files_in(project.folder.parent / "out")} == first


def test_a_page_at_the_top_is_left_out_of_the_navigation_quietly(project: Project) -> None:
    project.site = with_page(small_site(), page("extra/", "Extra", ProseBlock("words")))
    write(project)
    assert "/*/index.md" in yaml.safe_load(written(project, "mkdocs.yml"))["not_in_nav"].splitlines()


def test_a_hand_written_home_page_stays_where_no_page_is_made_for_it(project: Project) -> None:
    project.site = replace(small_site(), pages=tuple(each for each in small_site().pages if each.address != HOME))
    project.write("docs/index.md", "# Mine\n")
    write(project)
    assert written(project, "docs/index.md") == "# Mine\n"
    assert {"About": ["index.md", "method.md"]} in yaml.safe_load(written(project, "mkdocs.yml"))["nav"]
