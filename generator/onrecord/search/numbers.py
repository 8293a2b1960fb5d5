"""Lists of record numbers and columns of numbers as short strings; the search script reads them.

A number is written in groups of five bits, the lowest first, each as one of 64 characters; all but the last are marked
by the sixth bit. A list of rising numbers is written as its steps, or as one bit a number where that is shorter, so
that no list takes more than a character for six records.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
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
_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def write_column(numbers: Iterable[int]) -> str:
    """Write numbers that are not negative, in any order."""
    return "".join([_SMALL[each] if each < len(_SMALL) else _write(each) for each in numbers])


def write_step(distance: int) -> str:
    """Write how far a number of a rising list is from the one before it."""
    return _STEPS[distance] if distance < len(_STEPS) else _write(distance - 1)


def write_steps(numbers: Sequence[int]) -> str:
    """Write what leads from the first of some numbers that rise to the last; wherever they begin, that is the same."""
    if len(numbers) == 1:
        return ""
    return "".join(map(write_step, map(sub, numbers[1:], numbers)))


def write_rising(numbers: Sequence[int]) -> str:
    """Write numbers that rise, none twice; nothing for none."""
    return write_list(numbers[0], numbers[-1], write_steps(numbers)) if numbers else ""


def write_list(first: int, last: int, steps: str) -> str:
    """Write the list that leads from a number to another by steps."""
    written = write_column((first,)) + steps
    if len(written) <= last // _PER_CHARACTER + 2:
        return written
    bits = bytearray(last // _PER_CHARACTER + 1)
    for number in accumulate(_read_steps(steps), initial=first):
        bits[number // _PER_CHARACTER] |= 1 << number % _PER_CHARACTER
    return BITS + bits.translate(_TRANSLATION).decode()


def _read_steps(steps: str) -> Iterator[int]:
    step, shift = 1, 0
    for value in map(_VALUES.__getitem__, steps):
        step += value % _MORE << shift
        if value < _MORE:
            yield step
            step, shift = 1, 0
        else:
            shift += _GROUP
