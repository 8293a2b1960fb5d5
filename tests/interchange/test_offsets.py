"""Units of positions are found by trying them, and what agreed is told."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.interchange.exchange import Annotation, Document, Exchange, Piece
from onrecord.interchange.offsets import Ruler, detect_unit
from onrecord.interchange.units import CODE_POINTS, UNITS, UTF_8, UTF_16, Unit
from onrecord.locations import Span
from onrecord.stored_form import StoredForm

TEXT = "One 🌉 bridge.\nДва моста 🚀 here.\nAnd the 🏛 third one, at last."
texts = st.text(st.sampled_from("a é\n🌉Ж "), max_size=30)
units = st.sampled_from(UNITS)


def exchange_of(text: str, unit: Unit, spans: list[tuple[int, int]], *, has_words: bool, bom: bool = False) -> Exchange:
    """Make an exchange whose positions count in a unit."""
    ruler = Ruler(text, unit)
    annotations = tuple(
        Annotation(
            id=str(start),
            document="d",
            pieces=(
                Piece(
                    exact=text[start:end] if has_words else None,
                    start=ruler.from_code_points(start),
                    end=ruler.from_code_points(end),
                ),
            ),
        )
        for start, end in spans
    )
    document = Document(id="d", name="d", text=text, form=StoredForm(has_bom=bom))
    return Exchange(format="", documents=(document,), annotations=annotations)


def words_in(text: str) -> list[tuple[int, int]]:
    found = []
    start = 0
    for word in text.replace("\n", " ").split(" "):
        found.append((start, start + len(word)))
        start += len(word) + 1
    return found


@given(texts, units)
def test_positions_survive_a_unit(text: str, unit: Unit) -> None:
    ruler = Ruler(text, unit)
    for position in range(len(text) + 1):
        assert ruler.to_code_points(ruler.from_code_points(position)) == position


@given(texts, units)
def test_a_position_inside_a_character_or_outside_of_the_text_is_none(text: str, unit: Unit) -> None:
    ruler = Ruler(text, unit)
    good = {ruler.from_code_points(position) for position in range(len(text) + 1)}
    for position in range(max(good) + 5):
        assert (ruler.to_code_points(position) is not None) == (position in good)


@given(texts)
def test_the_units_are_those_of_python_s_own_encoders(text: str) -> None:
    for position in range(len(text) + 1):
        assert Ruler(text, UTF_16).from_code_points(position) == len(text[:position].encode("utf-16-le")) // 2
        assert Ruler(text, UTF_8).from_code_points(position) == len(text[:position].encode())
        with_crlf = text[:position].replace("\n", "\r\n").encode("utf-16-le")
        assert Ruler(text, Unit("utf-16", 2)).from_code_points(position) == len(with_crlf) // 2


def test_each_unit_is_found_by_the_words_that_the_file_gives() -> None:
    for unit in UNITS:
        evidence = detect_unit(exchange_of(TEXT, unit, words_in(TEXT), has_words=True, bom=True), CODE_POINTS)
        assert evidence is not None
        assert (evidence.unit, evidence.agreeing, evidence.by_words) == (unit, evidence.tried, True)
        assert evidence.rival is not None
        assert evidence.rival[1] < evidence.agreeing


def test_each_unit_is_found_by_where_words_begin_and_end() -> None:
    for unit in UNITS:
        evidence = detect_unit(exchange_of(TEXT, unit, words_in(TEXT), has_words=False, bom=True), CODE_POINTS)
        assert evidence is not None
        assert (evidence.unit, evidence.agreeing, evidence.by_words) == (unit, evidence.tried, False)


def test_where_all_units_are_one_the_usual_one_of_the_format_is_taken() -> None:
    evidence = detect_unit(exchange_of("one two", CODE_POINTS, [(0, 3)], has_words=True), UTF_16)
    assert evidence is not None
    assert (evidence.unit, evidence.rival) == (UTF_16, None)


def test_no_unit_is_found_where_there_are_no_positions() -> None:
    assert detect_unit(exchange_of("one", CODE_POINTS, [], has_words=True), CODE_POINTS) is None


def test_a_ruler_gives_spans_of_code_points() -> None:
    assert Ruler("a🌉b", UTF_16).span(Piece(start=3, end=4)) == Span(2, 3)
    assert Ruler("a🌉b", UTF_16).span(Piece(start=2, end=4)) is None
    assert Ruler("a🌉b", UTF_16).span(Piece(start=3, end=3)) is None
