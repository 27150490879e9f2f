"""The layout, import directions and size rules of the design, held by tests."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "riwaya"
STAGES = {"ingest", "extract", "annotate", "identify", "reuse", "stories", "compare"}
CORE = {"model", "errors", "stage", "tables", "attribution", "knowledge"}
# What each part may import of the others, besides itself. Arrows point inward.
ALLOWED = {
    "model": {"errors"},
    "errors": set(),
    "stage": {"model"},
    "attribution": {"model", "arabic", "tables"},
    "tables": {"errors"},
    "arabic": {"model", "errors", "tables"},
    "knowledge": {"model", "errors", "tables", "arabic"},
    **{stage: CORE | {"arabic"} for stage in STAGES},
    "store": {"model", "errors"},
    "engine": {"model", "errors", "stage"},
    "search": {"model", "errors", "attribution", "arabic", "knowledge", "store"},
    "export": {"model", "errors", "attribution", "search", "store"},
    "serve": {"model", "errors", "arabic", "search", "store"},
    "config": CORE | STAGES | {"engine", "store", "search"},
    "pipeline": CORE | STAGES | {"arabic", "store", "engine", "config", "search"},
    "cli": CORE | STAGES | {"arabic", "store", "engine", "config", "pipeline", "search", "serve", "export"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    relative = module.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported_parts(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("riwaya.") and "." in name}
    return found - {"__version__"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_imports_point_inward(module: Path) -> None:
    part = part_of(module)
    if part == "__init__":
        assert not imported_parts(module)
        return
    assert part in ALLOWED, f"{part} is not in the layout"
    assert imported_parts(module) - {part} <= ALLOWED[part]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= 350, "a module has one reason to change"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            body = node.end_lineno - node.lineno - len((ast.get_docstring(node) or "").splitlines())
            assert body <= 55, f"{node.name} has {body} lines"


def bound_twice(body: list[ast.stmt]) -> set[str]:
    """Return what plain assignments of one body bind a second time."""
    targets = [
        ast.unparse(target)
        for statement in body
        if isinstance(statement, (ast.Assign, ast.AnnAssign))
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        if not isinstance(target, (ast.Tuple, ast.Subscript))
    ]
    return {target for target in targets if targets.count(target) > 1}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_constant_has_one_value_and_a_field_is_built_once(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    builders = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
    fields = {name for node in builders for name in bound_twice(node.body) if name.startswith("self.")}
    assert not bound_twice(tree.body) | fields


def test_nothing_is_called_utils() -> None:
    assert not [path for path in PACKAGE.rglob("*") if re.search(r"\butils?\b|helpers?\b", path.name)]


def test_resources_are_utf8_tables_with_a_header_and_are_named_in_their_readme() -> None:
    folder = PACKAGE / "resources"
    readme = (folder / "README.md").read_text("utf-8")
    for path in sorted(folder.glob("*.tsv")):
        lines = path.read_text("utf-8").splitlines()
        width = lines[0].count("\t")
        assert width >= 1 or len(lines) > 1
        wrong = [number for number, line in enumerate(lines, 1) if line and line.count("\t") != width]
        assert not wrong, f"{path.name}: lines {wrong[:5]} have another number of columns"
        assert path.name in readme, f"{path.name} is not in resources/README.md"


def tracked_text() -> list[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    kinds = (".py", ".md", ".toml", ".txt", ".tsv", ".cfg", ".yml", "Makefile", "run", ".json")
    paths = [name for name in listed.stdout.splitlines() if name.endswith(kinds) and (ROOT / name).is_file()]
    return [(name, (ROOT / name).read_text("utf-8", "replace")) for name in paths]


def test_only_one_reader_opens_shipped_tables_so_that_a_damaged_one_gives_one_line() -> None:
    pattern = re.compile(r"files\(\"riwaya\.resources\"\)")
    own = ("src/riwaya/tables.py", "src/riwaya/arabic/frequencies.py", "src/riwaya/cli/adding.py")
    assert [name for name, text in tracked_text() if name.startswith("src/") and pattern.search(text)] == sorted(own)


def test_no_file_names_one_machine_or_a_registry_host() -> None:
    pattern = re.compile(r"(?<![\w.])/(?:root|home|work)/[a-z]|index-url\s*[=:]")
    found = [name for name, text in tracked_text() if name != "tests/test_structure.py" and pattern.search(text)]
    assert not found


def test_nothing_is_left_unfinished_in_the_source() -> None:
    pattern = re.compile(r"\b(?:TODO|FIXME|XXX)\b|NotImplementedError")
    sources = [(name, text) for name, text in tracked_text() if name.startswith("src/") and name.endswith(".py")]
    found = [name for name, text in sources if pattern.search(text)]
    assert not found
