"""What machines read in the head of a page, under whatever templates the author has."""

import re
from dataclasses import replace

from onrecord.rendered import HtmlBlock
from tests.website.projects import MKDOCS_YML, Project, page, small_site, with_page

FEED = '<link rel="alternate" type="application/atom+xml" title="Demo" href="page:data/quotes.csv">'


def head_of(project: Project, path: str) -> str:
    return project.html(path).partition("</head>")[0]


def with_heads(project: Project) -> None:
    one = page("topics/x/", "X", HtmlBlock("<p></head></p>"), head='<meta name="own" content="1">', modified="2022-06")
    project.site = replace(with_page(small_site(), one), head=FEED)


def test_a_page_has_its_own_head_and_a_hand_written_one_that_of_the_site(project: Project) -> None:
    with_heads(project)
    project.build(strict=True)
    assert head_of(project, "topics/x/index.html").rstrip().endswith('<meta name="own" content="1">')
    assert 'title="Demo" href="../data/quotes.csv">' in head_of(project, "method/index.html")
    assert 'name="own"' not in head_of(project, "method/index.html")


def test_an_authors_own_templates_and_another_theme_have_it_too(project: Project) -> None:
    own = '{% extends "base.html" %}{% block extrahead %}<meta name="mine">{% endblock %}'
    project.write("theme/main.html", own)
    project.write("mkdocs.yml", MKDOCS_YML.replace("font: false", "font: false, custom_dir: theme"))
    with_heads(project)
    project.build(strict=True)
    assert all(each in head_of(project, "topics/x/index.html") for each in ('name="mine"', 'name="own"'))
    project.write("mkdocs.yml", MKDOCS_YML.replace("{name: material, font: false}", "readthedocs"))
    project.build()
    assert 'name="own"' in head_of(project, "topics/x/index.html")


def test_a_page_that_is_made_without_a_head_stays_as_it_is(project: Project) -> None:
    project.write("theme/main.html", "{{ page.content }}")
    project.write("mkdocs.yml", MKDOCS_YML.replace("font: false", "font: false, custom_dir: theme"))
    project.site = replace(small_site(), head=FEED)
    project.build(strict=True)
    assert "alternate" not in project.html("method/index.html")


def test_the_sitemap_says_when_a_page_changed_only_where_that_is_known(project: Project) -> None:
    project.write("mkdocs.yml", f"{MKDOCS_YML}site_url: https://example.com/\n")
    with_heads(project)
    project.build(strict=True)
    entries = re.findall(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", project.html("sitemap.xml"))
    dated = {place: day for place, day in entries if "method" not in place and day}
    assert dated == {"https://example.com/topics/x/": "2022-06"}
    assert {place for place, _ in entries} >= {"https://example.com/", "https://example.com/sources/kursk22/"}


def test_a_site_in_which_nothing_has_a_date_is_built(project: Project) -> None:
    (project.folder / "docs" / "method.md").unlink()
    assert not any(each.modified for each in project.site.pages)
    project.build(strict=True)
    assert "<urlset" in project.html("sitemap.xml")
