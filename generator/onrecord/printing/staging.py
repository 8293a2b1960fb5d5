"""The folder that Typst works in: copies of the template, the tree and the proof, and nothing else that it could read."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.printing.compiling import MAIN, PLACES
from onrecord.printing.options import PrintOptions
from onrecord.problems import TEMPLATE_FAULT, Problem

LIBRARY = "onrecord.typ"
"""The template that comes with the program, which one of the author's may use."""
DEFAULT = "dossier.typ"
TREE = "dossier.json"
PROOF = "proof.json"


def stage(folder: Path, tree: dict[str, Any], proof: str, options: PrintOptions) -> tuple[Problem, ...]:
    """Fill the folder; a template that is not in the content folder is a problem (P105).

    The plain files beside the author's template come along, so that it can have a logo or parts of its own.
    """
    templates = files("onrecord.printing").joinpath("templates")
    (folder / TREE).write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8", newline="\n")
    (folder / PROOF).write_text(proof, encoding="utf-8", newline="\n")
    if options.template:
        problems = _stage_own(folder, options)
    else:
        problems = ()
        (folder / MAIN).write_text(templates.joinpath(DEFAULT).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / LIBRARY).write_text(templates.joinpath(LIBRARY).read_text(encoding="utf-8"), encoding="utf-8")
    return problems


def _stage_own(folder: Path, options: PrintOptions) -> tuple[Problem, ...]:
    root = options.content.resolve()
    template = (root / options.template).resolve()
    if not template.is_relative_to(root):
        return (
            template_fault(options, f"`{options.template}` lies outside the content folder", "move it into the folder"),
        )
    if not template.is_file():
        return (
            template_fault(
                options, f"there is no file `{options.template}` in the content folder", "write it, or correct the path"
            ),
        )
    for each in sorted(template.parent.iterdir()):
        if each.is_file() and not each.is_symlink() and each.name not in {TREE, PROOF, PLACES}:
            (folder / each.name).write_bytes(each.read_bytes())
    (folder / MAIN).write_bytes(template.read_bytes())
    return ()


def template_fault(options: PrintOptions, message: str, hint: str, notes: tuple[str, ...] = ()) -> Problem:
    """Say what is wrong with the author's template."""
    if options.template_place is None:
        raise RuntimeError("\n".join((message, *notes)))
    return Problem(kind=TEMPLATE_FAULT, location=options.template_place, message=message, notes=notes, hint=hint)
