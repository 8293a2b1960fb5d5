"""What every form of a citation says: finished values, those for readers already in the reader's words.

The publisher is the author of a source; whoever is quoted in it is named in the note, never as its author. The editor
is the author of a briefing.
"""

from onrecord.dates import Date
from onrecord.values import named_value


@named_value
class Citation:
    """A source, a passage of one, or a briefing, to be cited."""

    key: str
    """`kursk22`, or `kursk22:q04c`; of a briefing the key of its topic."""
    author: str
    """The publisher, or of a briefing the editor."""
    medium: str
    """Such as `website`; empty where it is not known."""
    title: str
    date: Date | None
    """None where a briefing has none."""
    retrieved: Date | None
    kind: str
    url: str
    language: str
    date_words: str
    """The date as readers read it."""
    marks: tuple[str, str] = ("“", "”")
    """The quotation marks of the reader's language, opening and closing."""
    lead: str = ""
    """What leads to the title in running text: `Aleksandr Lukashenko, quoted in`; empty for narration and for a source."""
    place: str = ""
    """The paragraphs, such as `¶ 6`; empty for a whole source."""
    note: str = ""
    """Who is quoted where, for reference managers; empty for a whole source."""
    site: str = ""
    """The website that a briefing is part of."""
    version: str = ""
    """Of a briefing."""
    link: str = ""
    """The web address of the passage on the site; empty where the site has none."""

    @property
    def is_of_passage(self) -> bool:
        """Tell whether a passage is cited, and not a whole source."""
        return bool(self.note)

    def in_marks(self, words: str) -> str:
        """Put words in quotation marks."""
        return f"{self.marks[0]}{words}{self.marks[1]}"


def one_line(text: str) -> str:
    """Write text on one line; blanks within a line stay what they are, such as those that keep a number together."""
    lines = text.splitlines()
    if len(lines) == 1:
        return text.strip()
    return " ".join(line.strip() for line in lines if line.strip())
