"""What belongs into the head of a page, put there when the theme has made the page.

Not by a template: so it comes with every theme, and whatever the author's own templates say.
"""

from mkdocs.structure.pages import Page

from onrecord.plugin.links import Addresses, Links

_END = "</head>"


def with_head(output: str, page: Page, head: str, addresses: Addresses) -> str:
    """Put HTML at the end of the page's head, its links resolved; a page without a head stays as it is."""
    before, end, after = output.partition(_END)
    if not end:
        return output
    return f"{before}{Links(page.file, addresses).resolve(head)}\n  {end}{after}"
