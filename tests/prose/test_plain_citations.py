"""A citation that can be no link is read before one is looked for, and nothing comes out otherwise for that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.prose import placed_tokens
from onrecord.prose.placed_tokens import tokenize

PIECES = (
    "[@s:q1]",
    "[see @s:q1, p. 3; also @b]",
    "[@s:q1](page.md)",
    "[@s:q1] (so it is)",
    "[@s:q1][words]",
    "[@s:q1][]",
    "[words [@s:q1] within](page.md)",
    "![@s:q1](picture.png)",
    "[^1]",
    "[words](page.md)",
    "`[@s:q1]`",
    "\\[@s:q1]",
    "*[@s:q1]*",
    "<b title='[@s:q1]'>",
    "\n\n[@s:q1]: page.md\n\n",
    "\n\n[words]: page.md\n\n",
    "[",
    "]",
    "(",
    "said",
    " ",
    "\n",
)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=8))
def test_it_is_read_as_it_would_be_behind_the_links(pieces: list[str]) -> None:
    text = "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        parser = placed_tokens._make_parser()  # noqa: SLF001  as the program makes its own
        parser.disable("plain_citation")
        patch.setattr(placed_tokens, "_PARSER", parser)
        slowly = tokenize(text)
    assert tokenize(text) == slowly
