"""A page that is put into a shell has the bytes that the theme renders, whatever the theme's templates do."""

from collections.abc import Callable
from dataclasses import replace

import jinja2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.plugin import deferring
from onrecord.plugin.shells import ShelledEnvironment
from onrecord.rendered import Heading, HtmlBlock, RenderedPage
from tests.website.projects import HOSTILE, MKDOCS_YML, Project, html_text, page, small_site
from tests.website.test_deferring import read_all

TITLES = (
    "Talks",
    "Talks on the ferry and much more than that",
    "Meeting 3",
    "Ärger – “gut”",
    "A & B",
    "it's",
    *HOSTILE,
)
OVERRIDES = {
    "none": "",
    "upper": "{{ page.title | upper }}",
    "cut": "{{ page.title | truncate(12) }}",
    "sliced": "{{ (page.meta.description or '')[:9] }}",
    "compared": "{% if page.title == 'Meeting 3' %}<p>third</p>{% endif %}",
    "one of": "{% if page.title in ('Talks', 'Meeting 3') %}<p>one of</p>{% endif %}",
    "looked up": "{{ {'Talks': 'found'}[page.title] }}",
    "length": "{{ page.content | length }}",
    "words": "{{ page.content | striptags | wordcount }}",
    "searched": "{% if 'rare' in page.content %}<p>rare</p>{% endif %}{% if 'Talks' in page.title %}<p>talks</p>{% endif %}",
    "address": "{{ page.url }} {{ page.url | url }} {{ page.canonical_url }} {{ page.abs_url | length }}",
    "file": "{{ page.file.src_uri }}",
    "date": "{{ page.update_date }}",
    "joined": "{{ page.title ~ '!' }} {{ [page.title, page.url] | join(', ') }} {{ '%s' | format(page.title) }}",
    "contents": "{% for item in page.toc recursive %}{{ item.title | length }}{{ item.url }}{{ loop(item.children) }}{% endfor %}",
    "dumped": "{{ page.meta | tojson }}",
    "others": "{% for file in pages if file.page == page %}{{ loop.index }}{{ file.src_uri }}{% endfor %}",
    "escaped": "{{ page.title | e }} {{ page.meta.title | urlencode }} {{ page.title | striptags }}",
}


def sources() -> tuple[RenderedPage, ...]:
    return tuple(
        page(
            f"sources/s{number}/",
            title,
            Heading(2, "The text", "text"),
            *((Heading(3, title, f"x{number}"),) if number % 5 == 0 else ()),
            HtmlBlock(f'<p id="q{number}">{html_text(title)}{" rare" * (number == 7)}</p>'),
            modified="2024-05-14" if number % 3 else "",
        )
        for number, title in enumerate((*TITLES, *reversed(TITLES)))
    )


@pytest.fixture
def shelled(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Choose between shells, made in this process, and plain rendering."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(deferring, "map_forked", lambda work, pieces, _: map(work, range(pieces)))

    def choose(has_shells: bool) -> None:  # noqa: FBT001  one or the other
        monkeypatch.setattr(deferring, "count_workers", lambda _: 2 if has_shells else 1)

    return choose


@pytest.mark.parametrize("override", OVERRIDES.values(), ids=OVERRIDES)
def test_pages_in_shells_are_those_that_the_theme_renders(
    project: Project, shelled: Callable[[bool], None], override: str
) -> None:
    project.write(
        "mkdocs.yml",
        f"site_url: https://example.org/a/\n{MKDOCS_YML}".replace("font: false", "font: false, custom_dir: own"),
    )
    project.write(
        "own/main.html",
        f'{{% extends "base.html" %}}{{% block extrahead %}}{{% if page %}}{override}{{% endif %}}{{% endblock %}}',
    )
    site = small_site()
    project.site = replace(site, pages=(*site.pages, *sources()))
    built = []
    for has_shells in (False, True):
        shelled(has_shells)
        project.build()
        built.append(read_all(project.folder / "site"))
    assert [path for path in built[0] if built[0][path] != built[1].get(path)] == []
    assert built[0].keys() == built[1].keys()


def test_pages_of_one_kind_are_rendered_three_times_and_then_filled_in(
    project: Project, shelled: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered = []
    render = jinja2.Template.render

    def note(self: jinja2.Template, *context: object, **more: object) -> str:
        rendered.append(self.name)
        return render(self, *context, **more)

    monkeypatch.setattr(jinja2.Template, "render", note)
    plain = tuple(page(f"sources/s{number}/", f"Talks {number}", HtmlBlock("<p>x</p>")) for number in range(40))
    project.site = replace(small_site(), pages=plain)
    shelled(True)  # noqa: FBT003  one or the other
    project.build()
    assert rendered.count("main.html") < 8
    assert "<title>Talks 39 - Demo</title>" in project.html("sources/s39/index.html")


TEMPLATES = st.lists(
    st.sampled_from(
        [
            "{{ page.title }}",
            "{{ page.title | e }}",
            "{{ page.title | replace('a', 'b') }}",
            "{{ page.meta.description }}",
            "{{ page.content }}",
            "{% if page.content %}x{% endif %}",
            "{% if page.edit_url %}{{ page.edit_url }}{% endif %}",
            "{{ page.title | first }}",
            "{{ page.title is sameas page.title }}",
            "{{ page.meta.get('title') }}",
            "{{ page.meta | length }}{{ page.meta.values() | list | length }}",
            "{{ page.toc | length }}{{ (page.toc | first).title }}",
            "{{ page.title.startswith('T') }}",
            "{{ page.title + '!' }}",
            "{{ page.missing }}{{ page.missing | d('none') }}",
        ]
    ),
    max_size=4,
).map("\n".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEMPLATES, st.lists(st.sampled_from(TITLES), min_size=3, max_size=8))
def test_any_template_gives_what_it_gives_by_itself(project: Project, template: str, titles: list[str]) -> None:
    project.site = replace(
        small_site(),
        pages=tuple(page(f"sources/s{at}/", title, HtmlBlock("<p>x</p>")) for at, title in enumerate(titles)),
    )
    pages = project.pages()
    environment = jinja2.Environment(loader=jinja2.DictLoader({"main.html": template}))  # noqa: S701  as themes are
    shelled_environment = ShelledEnvironment(environment)
    for each in pages:
        context = {"page": each, "base_url": "../.."}
        alone = environment.get_template("main.html").render(context)
        assert shelled_environment.get_template("main.html").render(context) == alone
