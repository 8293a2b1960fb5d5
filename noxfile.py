"""The one door: everything a reviewer would run, as nox sessions that start from a bare Python.

`python3 noxfile.py …` takes what `nox …` takes, and first makes a small environment with nox where there is none.
Up to `import nox` this file therefore uses the standard library alone.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOX_VERSIONS = ">=2025.2.9,<2027"
MARK = "installed"
ORIGIN = f"{HERE}, Python {sys.version.splitlines()[0]}"


def is_usable(environment: Path) -> bool:
    """Say whether an environment was finished, and by this Python in this folder: once moved, it runs its old place."""
    mark = environment / MARK
    return mark.is_file() and mark.read_text(encoding="utf-8").startswith(f"{ORIGIN}\n")


def is_made_for(environment: Path, purpose: str) -> bool:
    """Say whether an environment is usable and holds what its purpose, one line or more, asks for."""
    return is_usable(environment) and (environment / MARK).read_text(encoding="utf-8") == f"{ORIGIN}\n{purpose}\n"


def write_mark(environment: Path, purpose: str) -> None:
    """Write down what a finished environment holds; one that was interrupted never gets this far."""
    (environment / MARK).write_text(f"{ORIGIN}\n{purpose}\n", encoding="utf-8")


def has_nox() -> bool:
    """Say whether this Python can import a nox of the versions wanted."""
    try:
        from packaging.specifiers import SpecifierSet  # noqa: PLC0415 - comes with nox

        return importlib.metadata.version("nox") in SpecifierSet(NOX_VERSIONS)
    except ModuleNotFoundError:
        return False


def make_nox_environment(environment: Path) -> None:
    """Make an environment with nox from scratch, or exit with what stands in the way."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            f"error: {sys.executable} cannot make virtual environments\n"
            "  = hint: on Debian and Ubuntu, apt-get install python3-venv"
        )
    sys.stderr.write(f"Making an environment with nox in {environment.relative_to(HERE)}\n")
    shutil.rmtree(environment, ignore_errors=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    for command in (
        [sys.executable, "-m", "venv", str(environment)],
        [*pip, "install", "--quiet", f"nox{NOX_VERSIONS}"],
    ):
        made = subprocess.run(command, check=False)  # noqa: S603 - both commands are spelled out above
        if made.returncode:
            sys.exit(made.returncode)


def run_nox() -> None:
    """Replace this process with nox, so that signals and the exit status are nox's own."""
    python = sys.executable
    if not has_nox():
        environment, purpose = HERE / ".cache" / "nox", f"nox{NOX_VERSIONS}"
        if not is_made_for(environment, purpose):
            make_nox_environment(environment)
            write_mark(environment, purpose)
        python = str(environment / "bin" / "python")
    noxfile = str(HERE / "noxfile.py")
    os.execv(python, [python, "-m", "nox", "--noxfile", noxfile, *sys.argv[1:]])  # noqa: S606 - no shell wanted


if __name__ == "__main__":
    run_nox()

import nox  # noqa: E402 - may not be there before run_nox

nox.needs_version = ">=2025.2.9,<2027"  # NOX_VERSIONS, spelled out because nox reads it before it runs this file
nox.options.default_venv_backend = "virtualenv"  # pip, so that its settings hold everywhere
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "layers", "tests", "browser", "book", "print", "docs", "demo"]

PROJECT = nox.project.load_toml(HERE / "pyproject.toml")
SITE = Path("build", "site")

for each in (HERE / ".nox").glob("[!.]*/"):
    if not is_usable(each):
        shutil.rmtree(each)


def read_group(*names: str) -> tuple[str, ...]:
    """Read the requirements of dependency groups: the pip of an environment may be too old for `--group`."""
    return nox.project.dependency_groups(PROJECT, *names)


def find_lowest(requirement: str) -> str:
    """Find the lowest version a requirement admits: `click>=8.1.7,<9` gives `click==8.1.7`."""
    return re.sub(r">=([\w.]+)[^;]*", r"==\1", requirement)


def install(session: nox.Session, *requirements: str) -> None:
    """Install requirements, unless the session's environment already holds just these."""
    environment = Path(session.virtualenv.location)
    purpose = "\n".join((*requirements, json.dumps(PROJECT["project"])))
    if not is_made_for(environment, purpose):
        (environment / MARK).unlink(missing_ok=True)
        session.install(*requirements)
        write_mark(environment, purpose)


def find_missing(packages: tuple[str, ...]) -> list[str]:
    """Find the Debian packages that are not installed; where there is no dpkg, that is all of them."""
    if shutil.which("dpkg-query") is None:
        return list(packages)
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}"]
    states = {
        package: subprocess.run([*query, package], capture_output=True, text=True, check=False).stdout  # noqa: S603 - names from this file
        for package in packages
    }
    return [package for package, state in states.items() if not state.startswith("installed")]


def require_debian(session: nox.Session, *packages: str) -> None:
    """Install the Debian packages that are missing, or fail naming them and the command that installs them."""
    missing = find_missing(packages)
    if not missing:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        names = " ".join(missing)
        session.error(f"these Debian packages are missing: {names}; install them with: sudo apt-get install {names}")
    session.run("apt-get", "update", "--quiet", external=True, silent=True)
    session.run(
        *("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *missing),
        env={"DEBIAN_FRONTEND": "noninteractive"},
        external=True,
        silent=True,
    )


def require_programs(session: nox.Session, **packages: str) -> None:
    """Install the Debian package of each program that is not there, however it may have come."""
    missing = [package for program, package in packages.items() if shutil.which(program) is None]
    if missing:
        require_debian(session, *missing)


def run_tests(session: nox.Session) -> None:
    """Run pytest without what other sessions run, and without what reads samples where nobody has any."""
    require_programs(session, pdftotext="poppler-utils")
    chosen: tuple[str, ...] = tuple(f"--ignore=tests/{each}" for each in ("browser", "epubcheck", "printing/standards"))
    if "ONRECORD_SAMPLES" not in os.environ and not (HERE.parent / "shared").is_dir():
        session.warn("ONRECORD_SAMPLES names no folder: the tests marked `samples` are left out")
        chosen = (*chosen, "-m", "not samples")
    session.run("pytest", "--numprocesses=auto", *chosen, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting with ruff."""
    install(session, *read_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy, tests and this file included."""
    install(session, "-e", ".", *read_group("types", "test", "browser", "book", "print"), f"nox{NOX_VERSIONS}")
    session.run("mypy")


@nox.session
def layers(session: nox.Session) -> None:
    """Check that modules import downwards only, with import-linter."""
    install(session, *read_group("lint"))
    session.run("lint-imports", env={"PYTHONPATH": "generator"})


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; what follows `--` goes to pytest."""
    install(session, "-e", ".", *read_group("test"))
    run_tests(session)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest supported versions of what the program depends on."""
    dependencies = map(find_lowest, PROJECT["project"]["dependencies"])
    install(session, "-e", ".", *dependencies, *read_group("test"))
    run_tests(session)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Feed every reader of documents and of other programs' files with damaged ones, a minute each or the seconds behind `--`."""
    install(session, "-e", ".", *read_group("test"))
    seconds = session.posargs[0] if session.posargs else "60"
    session.run("pytest", "--numprocesses=auto", "tests/fuzz", env={"ONRECORD_FUZZ_SECONDS": seconds})


@nox.session
def browser(session: nox.Session) -> None:
    """Use the demo in Debian's Chromium as its readers do."""
    require_debian(session, "chromium")
    install(session, "-e", ".", *read_group("browser"))
    require_programs(session, java="default-jre-headless")
    session.run("pytest", "--numprocesses=auto", "tests/browser", *session.posargs)


@nox.session(name="print")
def print_(session: nox.Session) -> None:
    """Hold the print to PDF/UA-1 and PDF/A-3a with veraPDF and page-validation, and to the format with qpdf."""
    require_programs(session, javac="default-jdk-headless", pdftotext="poppler-utils", qpdf="qpdf")
    install(session, "-e", ".", *read_group("print"))
    session.run("pytest", "tests/printing/standards", *session.posargs)


@nox.session
def book(session: nox.Session) -> None:
    """Have the EPUB checked by EPUBCheck, in Debian's Java."""
    require_programs(session, java="default-jre-headless")
    install(session, "-e", ".", *read_group("book"))
    session.run("pytest", "tests/epubcheck", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the project's own site as MkDocs does, every warning an error."""
    install(session, "-e", ".")
    session.run("mkdocs", "build", "--strict", "--site-dir", str(SITE), env={"NO_MKDOCS_2_WARNING": "1"})


@nox.session
def demo(session: nox.Session) -> None:
    """Build the demo, and say where to open it."""
    install(session, "-e", ".")
    session.run("onrecord", "build")
    session.log(f"The demo is in {SITE / 'index.html'}. To read it, run")
    session.log(f"    python3 -m http.server --directory {SITE}")
    session.log("and open http://localhost:8000/ in a browser.")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed and memory; what follows `--` goes to the benchmark."""
    install(session, "-e", ".", *read_group("bench"))
    session.run("python", "-m", "bench", *session.posargs, env={"PYTHONPATH": "tests"})
