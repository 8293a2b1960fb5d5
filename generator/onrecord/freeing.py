"""Memory that a process has freed, given back to the system."""

import ctypes
import sys
from contextlib import suppress


def give_back_memory() -> None:
    """Give back what is free, where the C library is one that keeps it unless told: glibc (`malloc_trim`, malloc_trim(3))."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library, such as musl, which has no such function
            ctypes.CDLL(None).malloc_trim(0)
