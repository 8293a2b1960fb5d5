"""Where the time of a run went."""

import re
from contextlib import suppress

from onrecord.timings import recording, timed, write_timings


def test_stages_are_told_as_they_are_nested_and_in_the_order_in_which_they_began() -> None:
    with recording("check") as root:
        with timed("reading"):
            for _ in range(3):
                with timed("records"):
                    pass
        with timed("assembling"):
            pass
    names = [re.match(r" *\w[\w ]*?(?=  )", line) for line in write_timings(root).splitlines()]
    assert [match[0] for match in names if match] == [
        "stage",
        "check",
        "  reading",
        "    records",
        "    the rest",
        "  assembling",
        "  the rest",
    ]
    assert root.within["reading"].within["records"].turns == 3


def test_the_time_of_a_stage_holds_the_time_of_those_within_it() -> None:
    with recording() as root, timed("outer"), timed("inner"):
        sum(range(10_000))
    outer = root.within["outer"]
    assert root.seconds >= outer.seconds >= outer.within["inner"].seconds > 0


def test_nothing_is_recorded_behind_the_end_of_the_recording_even_when_it_fails() -> None:
    with suppress(ValueError), recording() as root:
        int("none")
    with timed("later"):
        pass
    assert root.turns == 1
    assert not root.within
