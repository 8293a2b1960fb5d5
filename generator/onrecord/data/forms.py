"""Every form in which a passage is taken away, in a script a source: `data/forms/<source>.js`.

Cards stand on many pages, and few are copied; so a card has its forms fetched when a reader asks for them. A script is
fetched from files too, where a browser refuses to read data.
"""

import json

from onrecord.indented import escape_marks
from onrecord.model import Source
from onrecord.pages.copies import plan_copies
from onrecord.pages.index import DossierIndex

_ENDS = "<\u2028\u2029"
"""What could end a script, or a line of it, within a string."""


def write_forms(source: Source, index: DossierIndex) -> str:
    """Write a call that hands over a source's key, the names of the forms, and the texts of each passage in their order.

    The first three are the words with their citation, to copy, and the rest are the citation alone.
    """
    copies = {each.key: plan_copies(each, index) for each in index.in_source(source)}
    every = {key: (*each.quotations, *each.citations) for key, each in copies.items()}
    names = next(([form.label for form in forms] for forms in every.values()), [])
    texts = {key: [form.text for form in forms] for key, forms in every.items()}
    arguments = (json.dumps(each, ensure_ascii=False) for each in (source.key, names, texts))
    return escape_marks(f"onrecordForms({', '.join(arguments)});\n", _ENDS)
