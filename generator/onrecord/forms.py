r"""Forms of words: what a value may look like, with one pattern that the reader and the JSON Schema share.

Patterns are written so that Python and ECMA-262 read them alike: no `\d`, no `\w`, no look-behind.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from onrecord.dates import parse_date


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form: the pattern of the whole value, and what to tell an author whose value is not in it."""

    name: str
    """With its article, as in `a date`."""
    pattern: str = ""
    """Empty where any words will do."""
    hint: str = ""
    is_verbatim: bool = False
    """Whether the words are a source's, which a YAML comment must not cut short."""
    choices: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    """What else than a string a YAML editor may take a good value for, in the words of JSON Schema."""
    is_sound: Callable[[str], bool] = _always
    """What no pattern can say."""
    unsound: str = ""
    """What to tell of a value in which the pattern is kept and that is not sound."""

    def admits(self, text: str) -> bool:
        """Tell whether the text is in this form."""
        return self.has_shape(text) and self.is_sound(text)

    def has_shape(self, text: str) -> bool:
        """Tell whether the text keeps the pattern."""
        return not self.pattern or _compile(self.pattern).fullmatch(text) is not None


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def choice(name: str, *choices: str) -> Form:
    """Make the form that admits exactly these words."""
    listed = ", ".join(f"`{each}`" for each in choices)
    return Form(name=name, pattern="|".join(map(re.escape, choices)), choices=choices, hint=f"it is one of {listed}")


_SCALARS = ("number", "boolean")

WORDS = Form(name="words of the source", is_verbatim=True, typed=_SCALARS)
TEXT = Form(name="words", typed=_SCALARS)
NAME = Form(name="a name", pattern=r"[^\n]+", typed=_SCALARS)

KEY = Form(
    name="a key",
    pattern="(?!index$)[a-z0-9][a-z0-9-]*",
    hint="a key is made of `a` to `z`, `0` to `9` and `-`, does not begin with `-`, and is not `index`",
)
PART_KEY = Form(name="the letter of a part", pattern="[a-z]+", hint="a part is named by small letters: `a`, `b`, `c`")

DATE = Form(
    name="a date",
    pattern="[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?",
    hint="write it as `2022-06-09`, `2022-06` or `2022`",
    typed=("integer",),
    is_sound=lambda text: parse_date(text) is not None,
    unsound="there is no such day",
)
URL = Form(
    name="a web address",
    pattern=r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\"<>\\^`{|}]+[^\s\"<>\\^`{|}]*",
    hint="it begins with `https://` or `http://` and holds no blanks",
)
LANGUAGE = Form(
    name="a language tag",
    pattern=(
        "[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}"
        "(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
        "(?:-[0-9A-WYZa-wyz](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
    ),
    hint="write a tag of BCP 47, such as `en`, `be` or `ru`",
)
"""Well-formed by RFC 5646, 2.1; grandfathered and wholly private tags left out, and the long ones of which none is registered."""
FILE_NAME = Form(
    name="the name of a file",
    pattern=r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*",
    hint="it stands in the same folder, so it has no `/`",
)
SHA256 = Form(
    name="a SHA-256",
    pattern="[0-9A-Fa-f]{64}",
    hint="it has 64 digits from `0` to `f`; `onrecord check --fix` writes it",
)
NUMBER = Form(
    name="a number",
    pattern=r"[-+]?[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,2})?",
    hint="write digits with a point for decimals and nothing between thousands: `205000000` or `1.5e9`",
    typed=("number",),
)
YES_NO = Form(name="`true` or `false`", pattern="true|false", hint="write `true` or `false`", typed=("boolean",))
