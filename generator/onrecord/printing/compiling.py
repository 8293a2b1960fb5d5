"""Run Typst on a staged folder, in a process of its own: memory grows with every run in one process.

Run as a program, this file alone, it reads `FOLDER/job.json` and prints what Typst complains of as a JSON list. The PDF
is then in `FOLDER/print.pdf`.
"""

import json
import subprocess
import sys
from pathlib import Path

import typst

MAIN = "main.typ"
PRINT = "print.pdf"
JOB = "job.json"


def compile_folder(folder: Path, fonts: tuple[str, ...], timestamp: int) -> tuple[str, ...]:
    """Set the staged print in `folder`; gives what Typst complains of, warnings too, since none may stay.

    `timestamp` (seconds since 1970) is the date that the PDF states. RuntimeError where Typst itself breaks down.
    """
    job = {"fonts": list(fonts), "timestamp": timestamp}
    (folder / JOB).write_text(json.dumps(job), encoding="utf-8")
    ran = subprocess.run(  # noqa: S603  this Python, this file, a folder of ours
        [sys.executable, "-P", __file__, str(folder)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if ran.returncode:
        raise RuntimeError(f"Typst ended with {ran.returncode}:\n{ran.stderr}")
    return tuple(json.loads(ran.stdout))


def _run(folder: Path) -> list[str]:
    job = json.loads((folder / JOB).read_text(encoding="utf-8"))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=job["fonts"])
    compiler = typst.Compiler(folder / MAIN, root=folder, font_paths=fonts)
    try:
        _, warnings = compiler.compile_with_warnings(
            output=folder / PRINT, format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=job["timestamp"]
        )
    except typst.TypstError as fault:
        return [fault.diagnostic]
    return [each.diagnostic for each in warnings]


if __name__ == "__main__":
    json.dump(_run(Path(sys.argv[1])), sys.stdout)
