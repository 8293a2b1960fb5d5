"""The collector of circles kept away from what forms none: it goes through all values, again and again.

What a project is read as is a million small values that refer to others and never back. The collector takes half a
second for each look at those of 3,000 sources, and finds nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the collector away while many values are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def set_apart() -> None:
    """Let the collector pass over all that there is now, for whoever ends soon: a circle in it is never freed."""
    gc.freeze()


@contextmanager
def set_apart_for_now() -> Iterator[None]:
    """Let the collector pass over all that there is now, in forked processes too, which would copy what it looks at."""
    was_apart = gc.get_freeze_count() > 0
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        if not was_apart:
            gc.unfreeze()
