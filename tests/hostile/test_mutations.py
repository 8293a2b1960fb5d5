"""Whatever becomes of the bytes of a project's files, checking it gives problems and never an error of the program."""

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.checking import check_content
from onrecord.reports import report_to_terminal

DEMO = Path(__file__).parents[2] / "content"
FILES = sorted(path.relative_to(DEMO) for path in DEMO.rglob("*") if path.suffix in {".yml", ".md", ".txt"})
PIECES = (
    b"", b"\n", b"\n\n", b"  ", b"\t", b" ", b"-", b"- ", b": ", b":", b" #", b"#", b'"', b"'", b"[", b"]", b"{", b"}",
    b"|", b">", b"> ", b"&a ", b"*a", b"!x ", b"%", b"@", b"`", b"---\n", b"...\n", b"\xef\xbb\xbf", b"\r", b"\xff",
    b"\x00", b"\xe2\x80\xa6", b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"[@kursk22:q04]", b"@", b"[", b"<!--", b"<b>", b"\\",
    b"0", b"9" * 40, b"e99", b"\xe2\x80\xae", b"\xcc\x81", b"[...]", b"{.judgment}", b"q04", b"text", b"null", b"~",
)  # fmt: skip
"""What YAML, Markdown and the program's own readers take for something."""


@st.composite
def mutations(draw: st.DrawFn) -> tuple[Path, bytes]:
    """Choose a file, and put pieces in the place of some of its bytes."""
    name = draw(st.sampled_from(FILES))
    stored = (DEMO / name).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(stored)))
        end = min(len(stored), start + draw(st.sampled_from([0, 0, 1, 2, 5, 40, 1000])))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=3) | st.just(stored[start:end] * 2))
        stored = stored[:start] + piece + stored[end:]
    return name, stored


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(mutated=st.lists(mutations(), min_size=1, max_size=3))
def test_a_project_with_other_bytes_is_checked(tmp_path: Path, mutated: list[tuple[Path, bytes]]) -> None:
    content = tmp_path / "content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(DEMO, content)
    for name, stored in mutated:
        (content / name).write_bytes(stored)
    problems = check_content(content, "content").problems
    assert bool(report_to_terminal(problems)) == bool(problems)
