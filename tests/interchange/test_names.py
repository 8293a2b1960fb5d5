"""The names that the command takes are those of the formats, and knowing them loads nothing that reads or writes one."""

import subprocess
import sys

from onrecord.interchange import READ, WRITTEN, WRITTEN_AS_FOLDERS
from onrecord.interchange.formats import FOLDERS, READERS, WRITERS


def test_the_names_are_those_of_the_formats_in_their_order() -> None:
    assert tuple(each.name for each in READERS) == READ
    assert tuple(each.name for each in WRITERS) == WRITTEN
    assert tuple(each.name for each in FOLDERS) == WRITTEN_AS_FOLDERS


def test_other_commands_do_not_wait_for_what_imports_and_exports_need() -> None:
    code = (
        "import sys, onrecord.cli; print([name for name in ('openpyxl', 'docx', 'defusedxml') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
