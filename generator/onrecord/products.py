"""What `onrecord build` makes: the website, the offline bundle and its zip, the print, a file a briefing, a book.

Another product is another entry in `plan_products`.
"""

import shutil
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from onrecord.build import site_of
from onrecord.making import NotMadeError, Order, Product
from onrecord.model import Dossier
from onrecord.offline import finish_bundle
from onrecord.packing import pack_folder
from onrecord.pages import plan_pages
from onrecord.pages.index import index_dossier
from onrecord.pages.topic import plan_topic
from onrecord.pages.translating import wording_of
from onrecord.plugin.articles import Settings, SettingsError, read_article_settings, render_articles
from onrecord.plugin.running import SETTINGS, build_offline, build_site
from onrecord.portable import Book, write_book, write_briefing_file
from onrecord.printing import file_name, options_of, print_dossier, print_files, print_volumes
from onrecord.progress import advance, expect
from onrecord.remembered import Memory, open_memory
from onrecord.render import render_page
from onrecord.reports import report_to_terminal
from onrecord.site import Site
from onrecord.urls import TOPICS, Publication
from onrecord.working import open_keep

NAMES = ("site", "offline", "pdf", "briefings", "epub")
"""Of the products, as `onrecord build` takes them."""


def plan_products(title: str, prints: tuple[str, ...] = ()) -> tuple[Product, ...]:
    """Give the products of the dossier with this title; the ones that take longest come first.

    `prints` are the names of the volumes that it is printed in, where it is.
    """
    name = file_name(title)
    bundle, print_, book = f"{name}-offline.zip", f"{name}.pdf", f"{name}.epub"
    printed = prints or (print_,)
    return (
        Product(
            name="site",
            targets=("site",),
            make=_make_site,
            is_made_here=True,
            done="The website is in {folder}/site; read it with `python3 -m http.server --directory {folder}/site`",
        ),
        Product(
            name="offline",
            targets=("offline", bundle),
            make=partial(_make_offline, bundle),
            done=f"The offline bundle is in {{folder}}/offline, and packed in {{folder}}/{bundle}",
            offered=(bundle,),
        ),
        Product(
            name="pdf",
            targets=(*printed, "print"),
            make=partial(_make_print, print_),
            done=f"The print is {{folder}}/{', {folder}/'.join(printed)}, and each briefing by itself is in {{folder}}/print",
            offered=printed,
        ),
        Product(
            name="briefings",
            targets=("briefings",),
            make=_make_briefings,
            done="Each briefing is one file, to mail, in {folder}/briefings",
        ),
        Product(
            name="epub",
            targets=(book,),
            make=partial(_make_book, book),
            done=f"The book is {{folder}}/{book}",
            offered=(book,),
        ),
    )


def name_prints(dossier: Dossier) -> tuple[str, ...]:
    """Name the files that a dossier is printed in: one, or one a volume."""
    target = Path(f"{file_name(dossier.title)}.pdf")
    return tuple(file.name for file, _ in print_files(dossier, options_of(dossier, Path()), target))


def _make_site(order: Order, folder: Path) -> None:
    keep = open_keep(order.project)
    anew = Memory(keep=keep)
    memory = open_memory(keep, order.last.resolve() / "site") if order.last else anew

    def build(memory: Memory) -> bool:
        def site(publication: Publication) -> Site:
            return site_of(order.checked, replace(publication, take_away=order.take_away), memory)

        return build_site(order.project, folder / "site", site, strict=order.is_strict)

    try:
        is_made = build(memory)
    except FileNotFoundError:  # another build has put its site in the place of the last one
        if not memory.pieces:
            raise
        shutil.rmtree(folder / "site", ignore_errors=True)
        is_made = build(anew)
    if not is_made:
        raise NotMadeError


def _make_offline(bundle: str, order: Order, folder: Path) -> None:
    def site(publication: Publication) -> Site:
        return site_of(order.checked, publication)

    if not build_offline(order.project, folder / "offline", site, strict=order.is_strict):
        raise NotMadeError
    missing = finish_bundle(folder / "offline", order.checked.dossier)
    for each in missing:
        sys.stderr.write(f"WARNING: offline, {each}\n")
    if missing and order.is_strict:
        raise NotMadeError
    pack_folder(folder / "offline", folder / bundle)


def _make_print(print_: str, order: Order, folder: Path) -> None:
    dossier = order.checked.dossier
    publication = _settings(order).publication
    options = options_of(dossier, order.project / "content")
    (folder / "print").mkdir()
    expect(2 * len(dossier.briefings))  # the whole takes about as long as all of them
    problems = print_volumes(dossier, publication, options, folder / print_)
    advance(len(dossier.briefings))
    for each in dossier.briefings:
        target = folder / "print" / f"{each.topic.id}.pdf"
        problems = problems or print_dossier(dossier, publication, options, target, topic=each.topic.id)
        advance()
    if problems:
        raise NotMadeError(report_to_terminal(problems))


def _make_briefings(order: Order, folder: Path) -> None:
    settings = _settings(order)
    dossier = order.checked.dossier
    index = index_dossier(dossier, replace(settings.publication, is_one_file=True))
    pages = [render_page(plan_topic(each.topic, index), index.say) for each in dossier.briefings]
    (folder / "briefings").mkdir()
    for page, article in zip(pages, render_articles(pages, settings).values(), strict=True):
        text = write_briefing_file(page, article, index, settings.publication, settings.docs)
        name = page.address.removeprefix(TOPICS).strip("/")
        (folder / "briefings" / f"{name}.html").write_text(text, encoding="utf-8", newline="")


def _make_book(book: str, order: Order, folder: Path) -> None:
    settings = _settings(order)
    dossier = order.checked.dossier
    publication = replace(settings.publication, name=dossier.title)
    say = wording_of(dossier, publication)
    pages = tuple(render_page(view, say) for view in plan_pages(dossier, publication))
    articles = render_articles(pages, settings)
    made = Book(dossier=dossier, pages=pages, articles=articles, publication=publication, docs=settings.docs)
    write_book(folder / book, made)


def _settings(order: Order) -> Settings:
    try:
        return read_article_settings(order.project / SETTINGS)
    except SettingsError as fault:
        raise NotMadeError(str(fault)) from fault
