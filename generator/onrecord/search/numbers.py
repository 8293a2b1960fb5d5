"""Lists of record numbers and columns of numbers as short strings; the search script reads them.

A number is written in groups of five bits, the lowest first, each as one of 64 characters; all but the last are marked
by the sixth bit. A list of rising numbers is written as its steps, or as one bit a number where that is shorter, so
that no list takes more than a character for six records.
"""

from collections.abc import Iterable, Sequence
from operator import sub

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Of 64 characters that stand for themselves in scripts and addresses."""
BITS = "*"
"""Before a list that is written as bits."""

_GROUP = 5
_MORE = 1 << _GROUP
_PER_CHARACTER = 6
_TRANSLATION = bytes.maketrans(bytes(range(64)), ALPHABET.encode())


def _write(number: int) -> str:
    written = ""
    while number >= _MORE:
        written += ALPHABET[number % _MORE + _MORE]
        number //= _MORE
    return written + ALPHABET[number]


_SMALL = tuple(map(_write, range(4096)))
_STEPS = ("", *_SMALL)
"""By how far a number is from the one before it."""


def write_column(numbers: Iterable[int]) -> str:
    """Write numbers that are not negative, in any order."""
    return "".join([_SMALL[each] if each < len(_SMALL) else _write(each) for each in numbers])


def write_rising(numbers: Sequence[int]) -> str:
    """Write numbers that rise, none twice; nothing for none."""
    if not numbers:
        return ""
    steps = map(sub, numbers[1:], numbers)
    try:
        written = write_column(numbers[:1]) + "".join([_STEPS[step] for step in steps])
    except IndexError:
        written = write_column((numbers[0], *(step - 1 for step in map(sub, numbers[1:], numbers))))
    if len(written) <= numbers[-1] // _PER_CHARACTER + 2:
        return written
    bits = bytearray(numbers[-1] // _PER_CHARACTER + 1)
    for number in numbers:
        bits[number // _PER_CHARACTER] |= 1 << number % _PER_CHARACTER
    return BITS + bits.translate(_TRANSLATION).decode()
