"""A picture in its page: drawn, told in words, with the table and the file of its data."""

from dataclasses import dataclass

from onrecord import urls
from onrecord.pages.references import Reference
from onrecord.pages.wording import Wording
from onrecord.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePanel:
    """A picture with what stands around it."""

    id: str
    """Of the panel in its page; it begins with `picture:`, so no passage can have it."""
    picture: Picture
    notes: tuple[str, ...]
    """What a reader must know who only looks at it."""
    table: str
    """What the fold of its table is called."""
    data: Reference
    """The file of its data."""


def plan_panel(page: str, name: str, picture: Picture, say: Wording, notes: tuple[str, ...] = ()) -> PicturePanel:
    """Put a picture into the page of an address, under a name that no other picture of the page has."""
    return PicturePanel(
        id=f"picture:{name}",
        picture=picture,
        notes=notes,
        table=say.PICTURE_TABLE,
        data=Reference(label=say.PICTURE_DATA, address=urls.picture_table(page, name)),
    )
