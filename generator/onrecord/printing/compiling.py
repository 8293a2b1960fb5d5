"""Run Typst on a staged folder, pass after pass, until every place is where the pass was told.

Typst can find the pages of references itself, but thousands of them take three times the time and the memory that they
take when the pages are known (measured with 4,500 references on 400 pages). So a pass reads in `FOLDER/places.json`
where the one before has put each label, or `null` in the first. Each pass is a process of its own, since memory grows with every run in one.

Run as a program, this file alone, it reads `FOLDER/job.json` and prints a JSON object: `faults`, what Typst complains of,
and `places`, where the labels are. The PDF is then in `FOLDER/print.pdf`, but for the first pass, which makes none.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import typst

MAIN = "main.typ"
PRINT = "print.pdf"
JOB = "job.json"
PLACES = "places.json"
MOST_PASSES = 6
NEAR = 36
"""How far from its place a link may lead, in points on the right page: half an inch above or below, in plain sight."""
UNSETTLED = "error: the pages of references do not settle: what the print says of them changes where they are"

_READ_PLACES = """
query(selector(metadata).or(heading)).filter(each => each.has("label")).map(each => {
  let place = each.location().position()
  let number = counter(page).at(each.location()).first()
  (str(each.label), (page: place.page, number: number, x: place.x.pt(), y: place.y.pt()))
}).to-dict()
"""


def compile_folder(folder: Path, fonts: tuple[str, ...], timestamp: int) -> tuple[str, ...]:
    """Set the staged print in `folder`; gives what Typst complains of, warnings too, since none may stay.

    `timestamp` (seconds since 1970) is the date that the PDF states. RuntimeError where Typst itself breaks down.
    """
    told: dict[str, Any] | None = None
    for _ in range(MOST_PASSES):
        (folder / PLACES).write_text(json.dumps(told), encoding="utf-8")
        job = {"fonts": list(fonts), "timestamp": timestamp, "makes_pdf": told is not None}
        done = _run_pass(folder, job)
        if done["faults"] or (told is not None and is_settled(told, done["places"])):
            return tuple(done["faults"])
        told = done["places"]
    return (UNSETTLED,)


def is_settled(told: dict[str, Any], found: dict[str, Any]) -> bool:
    """Tell whether what was printed of the places is true: each page and its number, and each point nearly."""
    return told.keys() == found.keys() and all(
        (was["page"], was["number"]) == (each["page"], each["number"])
        and abs(was["x"] - each["x"]) <= NEAR
        and abs(was["y"] - each["y"]) <= NEAR
        for was, each in ((told[label], found[label]) for label in found)
    )


def _run_pass(folder: Path, job: dict[str, Any]) -> dict[str, Any]:
    (folder / JOB).write_text(json.dumps(job), encoding="utf-8")
    ran = subprocess.run(  # noqa: S603  this Python, this file, a folder of ours
        [sys.executable, "-P", __file__, str(folder)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if ran.returncode:
        raise RuntimeError(f"Typst ended with {ran.returncode}:\n{ran.stderr}")
    done: dict[str, Any] = json.loads(ran.stdout)
    return done


def _run(folder: Path) -> dict[str, Any]:
    job = json.loads((folder / JOB).read_text(encoding="utf-8"))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=job["fonts"])
    compiler = typst.Compiler(folder / MAIN, root=folder, font_paths=fonts)
    faults = _make_pdf(compiler, folder, job["timestamp"]) if job["makes_pdf"] else []
    try:
        places = {} if faults else json.loads(compiler.eval(_READ_PLACES, format="json"))
    except RuntimeError:  # it says what is wrong, and not where
        return {"faults": _make_pdf(compiler, folder, job["timestamp"]), "places": {}}
    return {"faults": faults, "places": places}


def _make_pdf(compiler: typst.Compiler, folder: Path, timestamp: int) -> list[str]:
    try:
        _, warnings = compiler.compile_with_warnings(
            output=folder / PRINT, format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=timestamp
        )
    except typst.TypstError as fault:
        return [fault.diagnostic]
    return [each.diagnostic for each in warnings]


if __name__ == "__main__":
    json.dump(_run(Path(sys.argv[1])), sys.stdout)
