"""Write a vocabulary as running text: one word after another, or word and meaning in turns."""


def list_words(text: str) -> frozenset[str]:
    """Return the words of a text that blanks divide."""
    return frozenset(text.split())


def list_pairs(text: str) -> dict[str, str]:
    """Return each odd word of a text with the word after it as its meaning."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))
