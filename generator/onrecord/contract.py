"""The matching contract: the closed lists of what counts as equal, and of where words may begin and end.

`docs/matching.md` is this file in prose. Nothing that is not listed here is ever folded: no case, no compatibility
forms (NFKC), no look-alikes, no primes, backticks or `<<` for quotation marks.
"""

import regex

WHITE_SPACE = frozenset(
    "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""Unicode's property White_Space (PropList.txt); a run of these equals one blank."""

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
"""Hyphens, dashes and the minus sign; all equal."""

DOUBLE_MARKS = frozenset('"\u00ab\u00bb\u201c\u201d\u201e\u201f')
"""Double quotation marks; all equal."""

SINGLE_MARKS = frozenset("'\u2018\u2019\u201a\u201b\u2039\u203a")
"""Single quotation marks and the apostrophe; all equal."""

ELLIPSIS = "\u2026"
"""Equals three full stops."""

SKIPPED = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphen, zero width space, word joiner, zero width no-break space; as if they were not there.

ZWNJ and ZWJ (U+200C, U+200D) change words, and bidi controls change what is read, so neither is skipped.
"""

SIGNS = frozenset("+\u00b1-")
"""What makes a number another one when it stands right before it (dashes are `-` by now)."""

SEPARATORS = frozenset(".,")
"""What may join the digits of one number."""

THIN_SPACES = frozenset("\u00a0\u2007\u2009\u202f")
"""Blanks that may join the digits of one number: the no-break, figure, thin and narrow no-break spaces."""

WORD_CHARACTER = regex.compile(r"[\w\p{N}\u200c\u200d]")
"""Letters, marks, digits and other numbers, connectors, and the joiners between letters (UTS #18, annex C)."""

CURRENCY = regex.compile(r"\p{Sc}")
"""Currency signs (Unicode's general category Sc)."""

NEGATION_TAIL = regex.compile(r"'[tT](?![\w\p{N}])")
"""What turns `can` into `can't`: an edge before it would quote the opposite."""
