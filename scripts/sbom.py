"""What a release is made of, as a CycloneDX document: `python -m scripts.sbom dist/sbom.json`."""

from __future__ import annotations

import csv
import json
import re
import sys
import tomllib
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

ROOT = Path(__file__).parents[1]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)", re.MULTILINE)


def python_packages() -> Iterator[Component]:
    """The locked packages of the application."""
    for name, version in _PIN.findall((ROOT / "requirements" / "app.txt").read_text(encoding="utf-8")):
        yield _library(PackageURL("pypi", name=name.lower(), version=version))


def jars() -> Iterator[Component]:
    """The jars of engine and shell with their checksums; they are fetched, and run in processes of their own."""
    for row in {tuple(row.items()): row for row in _pinned_jars()}.values():  # the two share most
        qualifiers = {"classifier": row["classifier"]} if row["classifier"] else None
        address = PackageURL("maven", row["group"], row["artifact"], row["version"], qualifiers)
        yield _library(address, HashType(alg=HashAlgorithm.SHA_256, content=row["sha256"]))


def _pinned_jars() -> Iterator[dict[str, str]]:
    for lock in sorted((ROOT / "graph" / "engine").glob("*.lock.csv")):
        with lock.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def scripts_of_pages() -> Iterator[Component]:
    """The packages that the pages' scripts are bundled from."""
    lock = json.loads((ROOT / "viz" / "browser" / "package-lock.json").read_text(encoding="utf-8"))
    for place, told in lock["packages"].items():
        if place and not told.get("dev"):
            scope, _, name = place.rpartition("node_modules/")[2].rpartition("/")
            digest = b64decode(told["integrity"].removeprefix("sha512-")).hex()
            address = PackageURL("npm", scope or None, name, told["version"])
            yield _library(address, HashType(alg=HashAlgorithm.SHA_512, content=digest))


def _library(address: PackageURL, *hashes: HashType) -> Component:
    return Component(
        name=address.name, group=address.namespace, version=address.version, purl=address, hashes=hashes,
        bom_ref=address.to_string(),
    )  # fmt: skip


def bill() -> Bom:
    """All of it, with ossatlas as what it is the bill of."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = Bom(components=[*python_packages(), *jars(), *scripts_of_pages()])
    address = PackageURL("pypi", name=project["name"], version=project["version"])
    made.metadata.component = whole = Component(
        name=address.name, version=address.version, type=ComponentType.APPLICATION, purl=address
    )
    made.register_dependency(whole, made.components)
    return made


def main(target: str) -> None:
    """Write the bill to `target`."""
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    make_outputter(bill(), OutputFormat.JSON, SchemaVersion.V1_6).output_to_file(target, allow_overwrite=True, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
