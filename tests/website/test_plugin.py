import json
import logging
import shutil
from dataclasses import replace
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from onrecord.rendered import Heading, HtmlBlock, ProseBlock
from onrecord.reports import report_to_terminal
from onrecord.urls import ids_in
from tests.website.projects import (
    HOSTILE,
    MKDOCS_YML,
    Project,
    html_text,
    navigation_of,
    page,
    problem,
    small_site,
    text_of,
    warning,
    with_page,
)

THEME_SEARCH = MKDOCS_YML.replace("onrecord]", "{onrecord: {search: theme}}]")


def search_records(project: Project) -> list[dict[str, Any]]:
    index = json.loads(project.html("search/search_index.json"))
    return list(index["docs"])


def logged(caplog: pytest.LogCaptureFixture, level: int = logging.WARNING) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= level]


def test_a_clean_site_builds_strictly_and_holds_every_page_and_file(project: Project) -> None:
    project.build(strict=True)
    made = {path.relative_to(project.folder / "site").as_posix() for path in (project.folder / "site").rglob("*.html")}
    assert made == {
        "404.html",
        "index.html",
        "method/index.html",
        "sources/index.html",
        "sources/kursk22/index.html",
        "topics/index.html",
        "topics/trade/index.html",
    }
    assert project.html("data/quotes.csv") == "key\nq04\n"
    assert '<link rel="stylesheet" href="assets/onrecord.css">' in project.html("index.html")
    assert '<script src="assets/onrecord/previews.js"></script>' in project.html("index.html")
    assert not list(project.folder.glob("docs/topics*"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_arrive_as_text(project: Project, text: str) -> None:
    project.write("secret.md", "the secret")
    project.write("mkdocs.yml", THEME_SEARCH)
    blocks = (
        Heading(2, text, "there"),
        HtmlBlock(f"<p>{html_text(text)}</p>"),
        ProseBlock("Prose of the editor."),
        HtmlBlock(f'<p id="end">{html_text(text)}</p>'),
    )
    project.site = with_page(small_site(), page("topics/", text, *blocks, is_hub=True))
    project.build(strict=True)
    html = project.html("topics/index.html")
    assert project.text("topics/index.html") == f"{text} {text} {text} Prose of the editor. {text}"
    assert project.text("topics/index.html", "title") == f"{text} - Demo"
    assert project.text("topics/index.html", "h1") == text
    assert project.text("topics/index.html", "h2") == text
    assert navigation_of(project.html("index.html")).count(text) == 1
    assert text in project.text("topics/index.html", "nav")
    assert "<script>alert" not in html
    titles = {text_of(f"<x>{record['title']}</x>", "x") for record in search_records(project)}
    assert text in titles


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_found_by_search_as_text(project: Project, text: str) -> None:
    project.write("mkdocs.yml", THEME_SEARCH)
    project.site = with_page(small_site(), page("sources/x/", "X", HtmlBlock(f"<p>{html_text(text)}</p>")))
    project.build()
    record = next(record for record in search_records(project) if record["location"] == "sources/x/")
    assert text_of(f"<x>{record['text']}</x>", "x") == text


def test_a_description_cannot_leave_its_attribute(project: Project) -> None:
    project.site = with_page(small_site(), replace(page("topics/", "Topics", is_hub=True), description='"><script>'))
    project.build()
    assert '<meta name="description" content="&#34;&gt;&lt;script&gt;">' in project.html("topics/index.html")


@pytest.mark.parametrize("opening", ["", "# Welcome\n\nHello.\n"])
def test_the_marking_stands_at_the_title_and_above_one_that_is_hand_written(project: Project, opening: str) -> None:
    site = small_site()
    marking = HtmlBlock('<p class="or-marking">For information</p>')
    project.site = replace(site, pages=tuple(replace(each.whole(), marking=marking) for each in site.pages))
    if opening:
        project.write("docs/index.md", opening)
    project.build()
    html = project.html("index.html")
    assert html.count("For information") == 1
    assert (html.index("For information") < html.index("<h1")) == bool(opening)


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        ("<sup>1</sup>", "<sup>1</sup>"),
        ("`code`", "<code>code</code>"),
        ("[a link](https://example.org)", '<a href="https://example.org">a link</a>'),
    ],
)
def test_what_stands_behind_emphasis_is_shown_or_the_page_is_refused(
    project: Project, behind: str, shown: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Releases of Python-Markdown differ: some swallow it."""
    project.site = with_page(small_site(), page("topics/x/", "X", ProseBlock(f"*Slanted**slanted*{behind}")))
    try:
        project.build()
    except Abort:
        assert "put a blank between, or part the marks" in caplog.text
    else:
        assert shown in project.html("topics/x/index.html")


def test_links_are_relative_to_folders(project: Project) -> None:
    project.build(strict=True)
    assert 'href="topics/trade/#contrasts"' in project.html("index.html")
    trade = project.html("topics/trade/index.html")
    assert '<a href="../../sources/kursk22/#q04">q04</a>' in trade
    assert '<a href="../../data/quotes.csv">Data</a>, <a href="../../">home</a>' in trade


def test_links_are_relative_to_files_without_directory_urls(project: Project) -> None:
    project.build(strict=True, use_directory_urls=False)
    assert 'href="topics/trade/index.html#contrasts"' in project.html("index.html")
    trade = project.html("topics/trade/index.html")
    assert '<a href="../../sources/kursk22/index.html#q04">q04</a>' in trade
    assert '<a href="../../data/quotes.csv">Data</a>, <a href="../../index.html">home</a>' in trade


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_a_generated_page_can_link_to_a_hand_written_one(project: Project, use_directory_urls: bool) -> None:  # noqa: FBT001  parametrised
    block = HtmlBlock('<p><a href="page:method/#matching">method</a></p>')
    project.site = with_page(small_site(), page("topics/x/", "X", block))
    project.build(strict=True, use_directory_urls=use_directory_urls)
    target = "../../method/#matching" if use_directory_urls else "../../method.html#matching"
    assert f'href="{target}"' in project.html("topics/x/index.html")


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "page:sources/kursk2/",
            (
                "page 'topics/x/index.md' links to 'sources/kursk2/', which does not exist."
                " Did you mean 'sources/kursk22/'?"
            ),
        ),
        (
            "page:sources/kursk22/#q05",
            (
                "Doc file 'topics/x/index.md' contains a link 'page:sources/kursk22/#q05',"
                " but the doc 'sources/kursk22/index.md' does not contain an anchor '#q05'."
            ),
        ),
        (
            "#nowhere",
            "Doc file 'topics/x/index.md' contains a link '#nowhere', but there is no such anchor on this page.",
        ),
    ],
)
def test_a_broken_link_fails_a_strict_build(
    project: Project, caplog: pytest.LogCaptureFixture, link: str, message: str
) -> None:
    project.site = with_page(small_site(), page("topics/x/", "X", HtmlBlock(f'<p><a href="{link}">there</a></p>')))
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        project.build(strict=True)
    assert [line.removeprefix("onrecord: ") for line in logged(caplog)] == [message]


def test_an_editors_link_is_checked_and_resolved_by_mkdocs(project: Project) -> None:
    prose = ProseBlock("See [method](../../method.md#matching) and [trade](../trade/index.md#contrasts).")
    project.site = with_page(small_site(), page("topics/x/", "X", prose))
    project.build(strict=True)
    html = project.html("topics/x/index.html")
    assert '<a href="../../method/#matching">method</a>' in html
    assert '<a href="../trade/#contrasts">trade</a>' in html


def test_an_editors_broken_link_fails_a_strict_build(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    project.site = with_page(small_site(), page("topics/x/", "X", ProseBlock("See [method](../method.md).")))
    with pytest.raises(Abort):
        project.build(strict=True)
    assert logged(caplog) == [
        (
            "Doc file 'topics/x/index.md' contains a link '../method.md', "
            "but the target 'topics/method.md' is not found among documentation files."
        )
    ]


def test_code_that_shows_a_link_is_left_alone(project: Project) -> None:
    project.site = with_page(small_site(), page("topics/x/", "X", ProseBlock('Write `<a href="page:nowhere/">`.')))
    project.build(strict=True)
    assert project.text("topics/x/index.html") == 'X Write <a href="page:nowhere/">.'


def test_prose_keeps_its_footnotes_and_references_across_blocks(project: Project) -> None:
    blocks = (
        ProseBlock("One[^1] and [two][ref]."),
        HtmlBlock("<p>quote</p>"),
        ProseBlock("[^1]: Note.\n\n[ref]: #two"),
    )
    project.site = with_page(small_site(), page("topics/x/", "X", Heading(2, "Two", "two"), *blocks))
    project.build(strict=True)
    assert project.text("topics/x/index.html") == "X Two One1 and two. quote Note. ↩"


def test_a_block_after_a_list_stands_outside_the_list(project: Project) -> None:
    project.site = with_page(
        small_site(), page("topics/x/", "X", ProseBlock("- one\n- two"), HtmlBlock("<p>quote</p>"))
    )
    project.build()
    assert "</ul>\n<p>quote</p>" in project.html("topics/x/index.html")


def test_a_word_of_the_prose_is_never_taken_for_a_place(project: Project) -> None:
    blocks = (ProseBlock("onrecordplace0x1"), HtmlBlock("<p>quote</p>"))
    project.site = with_page(small_site(), page("topics/x/", "X", *blocks))
    project.build()
    assert project.text("topics/x/index.html") == "X onrecordplace0x1 quote"


def test_headings_stand_in_the_table_of_contents_in_the_order_of_the_page(project: Project) -> None:
    blocks = (
        ProseBlock("## One\n\n### Below"),
        Heading(2, "Two", "two"),
        HtmlBlock("<p>words</p>"),
        ProseBlock("## Three"),
        Heading(3, "Four", "four"),
    )
    project.site = with_page(small_site(), page("topics/x/", "X", *blocks))
    project.build()
    html = project.html("topics/x/index.html")
    contents = html[html.index('data-md-component="toc"') : html.index("<article")]
    assert [part.split('"')[0] for part in contents.split('href="')[1:]] == [
        "#one",
        "#below",
        "#two",
        "#three",
        "#four",
    ]


def test_no_id_is_given_twice(project: Project) -> None:
    blocks = (
        ProseBlock('## q04\n\n## Cited\n\n<span id="cited">here</span>'),
        HtmlBlock('<p id="q04">words</p>'),
        Heading(2, "Q04", "q04-heading"),
        Heading(2, "Trade", "trade"),
        ProseBlock("## Trade"),
    )
    project.site = with_page(small_site(), page("topics/x/", "Trade", *blocks))
    project.build()
    html = project.html("topics/x/index.html")
    ids = ids_in(html[html.index("<article") : html.index("</article")])
    assert sorted(ids) == sorted(
        ["trade_1", "q04_1", "cited_1", "cited", "q04", "q04-heading", "trade", "trade_2"],
    )


def test_the_navigation_lists_hubs_in_their_order_and_hand_written_pages_in_a_section(project: Project) -> None:
    project.write("docs/guide/writing.md", "# Writing\n")
    project.build(strict=True)
    assert (
        navigation_of(project.html("index.html")) == "Demo Home Topics Sources About About Method Guide Guide Writing"
    )


def test_the_authors_navigation_is_honoured(project: Project) -> None:
    nav = (
        "nav:\n  - Start: index.md\n  - By topic: [topics/index.md, {Commerce: topics/trade/index.md}]\n  - method.md\n"
    )
    project.write("mkdocs.yml", MKDOCS_YML + nav)
    project.build(strict=True)
    assert navigation_of(project.html("index.html")) == "Demo Start By topic By topic Topics Commerce Method"
    assert project.text("topics/trade/index.html", "title") == "Trade - Demo"
    assert project.text("topics/trade/index.html", "h1") == "Trade"


def test_the_edit_link_leads_to_the_authors_file(project: Project) -> None:
    more = "repo_url: https://example.org/repo/\nedit_uri: edit/main/docs/\n"
    project.write(
        "mkdocs.yml", MKDOCS_YML.replace("font: false", "font: false, features: [content.action.edit]") + more
    )
    project.build(strict=True)
    address = "https://example.org/repo/edit/main"
    assert f'href="{address}/content/briefings/trade.md"' in project.html("topics/trade/index.html")
    assert f'href="{address}/docs/method.md"' in project.html("method/index.html")
    assert address not in project.html("topics/index.html")


def test_a_hand_written_opening_comes_first_and_its_title_wins(project: Project) -> None:
    project.write("docs/index.md", "---\nhide: [toc]\n---\n# Welcome & more\n\nThis is [how](method.md).\n")
    project.build(strict=True)
    assert project.text("index.html") == "Welcome & more This is how. See trade."
    assert project.text("index.html", "title") == "Welcome & more - Demo"
    assert 'data-md-type="toc" hidden' in project.html("index.html")


def test_an_opening_without_a_title_follows_the_generated_one(project: Project) -> None:
    project.write("docs/index.md", "Welcome.\n")
    project.build(strict=True)
    assert project.text("index.html") == "Demo dossier Welcome. See trade."


@pytest.mark.parametrize(
    ("path", "generated"),
    [
        ("docs/topics/index.md", "page `topics/`"),
        ("docs/topics/README.md", "page `topics/`"),
        ("docs/topics.md", "page `topics/`"),
        ("docs/data/quotes.csv", "file `data/quotes.csv`"),
    ],
)
def test_a_hand_written_file_in_the_place_of_a_generated_one_is_a_problem(
    project: Project, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, path: str, generated: str
) -> None:
    monkeypatch.chdir(project.folder)
    project.write(path, "mine")
    with pytest.raises(Abort, match="BuildError"):
        project.build()
    assert f"P101: hand-written `{path}` and the generated {generated} have one address" in logged(caplog)[0]


def test_problems_end_a_build_and_leave_the_old_site_in_place(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.build()
    before = project.html("topics/trade/index.html")
    project.site = replace(small_site(), pages=(), problems=(problem(), warning()))
    with pytest.raises(Abort, match="BuildError"):
        project.build()
    assert project.html("topics/trade/index.html") == before
    assert logged(caplog) == [(f"the content has problems\n\n{report_to_terminal((problem(), warning()))}")]


def test_a_warning_is_logged_once_and_fails_only_a_strict_build(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.site = replace(small_site(), problems=(warning(),))
    project.build()
    assert logged(caplog) == [
        "onrecord: content/sources/kursk22.yml:3:11: warning S103: source has no hash yet",
    ]
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        project.build(strict=True)


def test_a_server_watches_the_content_and_the_templates(project: Project) -> None:
    watched: list[str] = []

    class Server:
        def builder(self) -> None:
            """Build, which is not asked for here."""

        def watch(self, path: str) -> None:
            watched.append(path)

    config = project.config("serve")
    config.plugins.on_serve(Server(), config=config, builder=lambda: None)  # type: ignore[arg-type]
    assert str(project.folder / "content") in watched
    shutil.rmtree(project.folder / "content")
    watched.clear()
    config.plugins.on_serve(Server(), config=config, builder=lambda: None)  # type: ignore[arg-type]
    assert str(project.folder / "content") not in watched


def test_building_twice_gives_the_same_pages(project: Project) -> None:
    project.build()
    before = project.html("topics/trade/index.html")
    project.build()
    assert project.html("topics/trade/index.html") == before


def test_no_page_asks_another_host_for_anything(project: Project) -> None:
    project.build()
    html = project.html("topics/trade/index.html")
    loaded = [part for part in html.split("<") if part.startswith(('link rel="stylesheet', "script src", "img"))]
    assert loaded
    assert not [part for part in loaded if "//" in part]
