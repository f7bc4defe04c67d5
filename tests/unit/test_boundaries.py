"""Each module keeps to its own business, so that the engine can be replaced in a day."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = sorted((ROOT / "macros").rglob("*.py"))


def imports(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("mkdocs", {"__init__.py"}),
        ("mkdocs_macros", {"__init__.py"}),
        ("yaml", {"source.py"}),
        ("jinja2", {"render.py"}),
        ("markdown", {"markup.py", "tables.py"}),
    ],
)
def test_only_one_module_knows(library, allowed):
    users = {path.name for path in MODULES if library in imports(path)}

    assert users <= allowed
    assert users


def test_no_markup_stands_in_a_python_string():
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        strings = [
            n.value
            for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str)
        ]
        found = [
            s for s in strings if s.lstrip().startswith(("<div", "<p", "<ul", "<table", "<section"))
        ]
        assert found == [], path
