"""What belongs into the head of a page, put there when the theme has made the page.

Not by a template: so it comes with every theme, and whatever the author's own templates say.
"""

from onrecord.plugin.links import Links

_END = "</head>"


def with_head(output: str, head: str, links: Links) -> str:
    """Put HTML at the end of the head of a page, its links resolved; a page without a head stays as it is."""
    before, end, after = output.partition(_END)
    if not end:
        return output
    return f"{before}{links.resolve(head)}\n  {end}{after}"
