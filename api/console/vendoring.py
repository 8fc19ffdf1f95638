"""Brings third-party files of the console here again, from npm at the versions below: ``make assets``.

    python -m api.console.vendoring

Writes ``assets/`` with ``assets.json`` and the licences, and ``tests/browser_assets/``. Needs ``npm``;
nothing of it runs in the service. A new icon: add its name to ``assets/icons.txt`` and run this again.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent / "assets"
TESTS: Final = Path(__file__).parents[2] / "tests" / "browser_assets"
ICONS: Final = "tabler-icons.svg"


@dataclass(frozen=True, slots=True)
class Package:
    """A package of npm: the files wanted of it, by their names here, and where its licence stands."""

    name: str
    version: str
    licence: str
    files: dict[str, str]
    licence_file: str | None


SHIPPED: Final = (
    Package("htmx.org", "2.0.11", "0BSD", {"htmx.min.js": "dist/htmx.min.js"}, "LICENSE"),
    Package("@tabler/core", "1.6.1", "MIT", {"tabler.min.css": "dist/css/tabler.min.css"}, None),
    Package("@tabler/icons", "3.52.0", "MIT", {}, "LICENSE"),
    Package(
        "openseadragon",
        "6.1.1",
        "BSD-3-Clause",
        {"openseadragon.min.js": "build/openseadragon/openseadragon.min.js"},
        "LICENSE.txt",
    ),
)
FOR_TESTS: Final = (Package("axe-core", "4.14.1", "MPL-2.0", {"axe.min.js": "axe.min.js"}, "LICENSE"),)


def main() -> int:
    """Fetch everything; the exit status."""
    _bring(SHIPPED, HERE)
    _bring(FOR_TESTS, TESTS)
    return 0


def _bring(packages: tuple[Package, ...], folder: Path) -> None:
    (folder / "licences").mkdir(parents=True, exist_ok=True)
    listed = []
    for package in packages:
        with tempfile.TemporaryDirectory() as place:
            root = _unpacked(package, Path(place))
            files = {name: (root / source).read_bytes() for name, source in package.files.items()}
            if package.name == "@tabler/icons":
                files[ICONS] = _sprite(root, (folder / "icons.txt").read_text(encoding="utf-8").split())
            licence = folder / "licences" / f"{package.name.replace('/', '-').strip('@')}.txt"
            if package.licence_file:
                licence.write_bytes((root / package.licence_file).read_bytes())
        for name, data in files.items():
            data = _without_map(data)  # noqa: PLW2901 - what is written is what is hashed
            (folder / name).write_bytes(data)
            listed.append(
                {
                    "file": name,
                    "package": package.name,
                    "version": package.version,
                    "licence": package.licence,
                    "licence_file": f"licences/{licence.name}",
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
            )
    written = json.dumps(sorted(listed, key=lambda one: one["file"]), indent=2) + "\n"
    (folder / "assets.json").write_text(written, encoding="utf-8")


def _unpacked(package: Package, place: Path) -> Path:
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    (archive,) = place.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")
    return place / "package"


def _without_map(data: bytes) -> bytes:
    """Without the line that names a source map, which is not shipped."""
    return re.sub(rb"\n?(//|/\*)# sourceMappingURL=\S+( ?\*/)?\s*$", b"\n", data)


def _sprite(root: Path, names: list[str]) -> bytes:
    """One SVG with a symbol for each icon."""
    symbols = []
    for name in sorted(set(names)):
        drawn = (root / "icons" / "outline" / f"{name}.svg").read_text(encoding="utf-8")
        inner = re.search(r"<svg[^>]*>(.*)</svg>", drawn, re.DOTALL)
        assert inner
        shapes = "".join(line.strip() for line in inner[1].splitlines())
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>')
    return ('<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n").encode()


if __name__ == "__main__":
    sys.exit(main())
