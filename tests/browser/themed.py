"""A project whose `mkdocs.yml` asks the theme for what the demo does without: tabs, tooltips, a copyright, a footer."""

from pathlib import Path

from onrecord.scaffold import write_project

MKDOCS_YML = """\
site_name: All of the theme
site_url: https://briefings.example/
copyright: © Example desk, <a href="https://briefings.example/">its address</a>
repo_url: https://briefings.example/repository
theme:
  name: material
  font: false
  features:
    - content.code.annotate
    - content.code.copy
    - content.footnote.tooltips
    - content.tooltips
    - navigation.footer
    - navigation.indexes
    - navigation.path
    - navigation.sections
    - navigation.tabs
    - navigation.tabs.sticky
    - navigation.top
    - search.highlight
    - search.share
    - search.suggest
    - toc.follow
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: red, accent: lime, toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: yellow, accent: lime, toggle: {icon: material/weather-sunny, name: Light}}
plugins: [search, onrecord]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
"""

GUIDE = f"""\
# Guide

A link among words, [to the theme](https://briefings.example/ "A longer name of it"), and a word ABC with a tooltip.[^1]

| {" | ".join(f"A wide column {number}" for number in range(12))} |
|{" --- |" * 12}
| {" | ".join("words" for _ in range(12))} |

!!! note "To note"
    Words in a box.

```python
def read_more_than_fits_on_a_line(one: str, other: str, another: str, {"and_one_more: str, " * 8}) -> None: ...
```

- [x] done
- [ ] to do

## One part

Words.

## Another part

Words.

## A third part

Words.

[^1]: A footnote.

*[ABC]: a boat that carries
"""


def write_themed(folder: Path) -> None:
    """Write the project that `onrecord new` makes, with these settings and a hand-written page."""
    write_project(folder)
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    (folder / "docs" / "guide.md").write_text(GUIDE, encoding="utf-8")
