"""A bundle that somebody has changed, and whose manifest they may have made anew."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.manifest import MANIFEST, write_manifest
from onrecord.verifying import verify

PROOF = "data/proof.json"


@dataclass(frozen=True, slots=True)
class Changed:
    """A copy of a bundle."""

    folder: Path

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def change_proof(self, change: Callable[[dict[str, Any]], object]) -> None:
        proof = json.loads(self.read(PROOF))
        change(proof)
        self.write(PROOF, json.dumps(proof, ensure_ascii=False))

    def read(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        (self.folder / path).write_bytes(text.encode())

    def state_anew(self) -> None:
        """Make the manifest agree with the files, as whoever covers a change would."""
        paths = (path for path in self.folder.rglob("*") if path.is_file() and path.name != MANIFEST)
        hashes = {path.relative_to(self.folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in paths}
        self.write(MANIFEST, write_manifest(hashes))

    @property
    def differences(self) -> list[str]:
        return [str(each) for each in verify(self.folder).differences]


def copy_bundle(made: Path, folder: Path) -> Changed:
    shutil.copytree(made / "offline", folder / "copy")
    return Changed(folder / "copy")
