"""JSON is written as the standard library writes it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from onrecord.indented import write_indented

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    PLAIN, lambda below: st.lists(below) | st.dictionaries(st.text(), below) | st.tuples(below, below)
)


@given(VALUES)
def test_json_is_as_the_standard_library_indents_it(value: object) -> None:
    assert write_indented(value) == json.dumps(value, ensure_ascii=False, indent=1)
