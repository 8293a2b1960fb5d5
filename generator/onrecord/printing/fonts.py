"""The fonts of the print, from their packages: no print depends on what a machine happens to have installed."""

import importlib.metadata

PACKAGES = ("fontpkg-ibm-plex-serif", "fontpkg-ibm-plex-sans", "fontpkg-ibm-plex-mono", "fontpkg-noto-serif")
"""Text, labels and tables, code, and what these have no sign for."""


def font_folders() -> tuple[str, ...]:
    """Give the folder of each package's fonts."""
    return tuple(
        str(importlib.metadata.distribution(name).locate_file(f"{name.replace('-', '_')}/files")) for name in PACKAGES
    )
