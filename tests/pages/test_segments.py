from hypothesis import given
from hypothesis import strategies as st

from onrecord.locations import Span
from onrecord.pages.segments import cut_segments

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(*pair)), max_size=8)


def test_overlapping_covers_are_cut_where_either_begins_or_ends() -> None:
    segments = cut_segments(Span(0, 9), [(Span(1, 5), "a"), (Span(3, 8), "b")])
    assert [(each.span.start, each.span.end, each.covers, each.begins) for each in segments] == [
        (0, 1, (), ()),
        (1, 3, ("a",), ("a",)),
        (3, 5, ("a", "b"), ("b",)),
        (5, 8, ("b",), ()),
        (8, 9, (), ()),
    ]


@given(SPANS, st.lists(st.integers(0, 30)), st.integers(1, 20))
def test_segments_tile_the_extent_and_know_exactly_what_covers_them(
    spans: list[Span], cuts: list[int], end: int
) -> None:
    extent = Span(0, end)
    covers = list(enumerate(spans))
    segments = cut_segments(extent, [(span, number) for number, span in covers], cuts)
    assert [each.span.start for each in segments] == [0, *(each.span.end for each in segments[:-1])]
    assert segments[-1].span.end == end
    for each in segments:
        inside = tuple(number for number, span in covers if span.start < span.end and span.overlaps(each.span))
        assert each.covers == inside
        assert all(spans[number].holds(each.span) or spans[number].end > end for number in inside)


@given(SPANS)
def test_each_cover_begins_once(spans: list[Span]) -> None:
    segments = cut_segments(Span(0, 30), [(span, number) for number, span in enumerate(spans)])
    begun = [number for each in segments for number in each.begins]
    assert sorted(begun) == [number for number, span in enumerate(spans) if span.start < span.end]
