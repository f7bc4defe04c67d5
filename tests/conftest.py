"""Shared by all tests: where things are, and files that hold what is expected."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write what is seen as expected")


@pytest.fixture
def golden(request):
    """Compare a text with the file that holds what is expected; the diff is the review."""

    def compare(text: str, path: Path) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def gids():
    """The real guide."""
    from macros.load import load

    return load(ROOT / "checklists")


@pytest.fixture(scope="session")
def shared(tmp_path_factory, worker_id):
    """The folder of all processes of one run."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def site(shared):
    """The real site, built strictly, the way `dev.py build` builds it; once for all processes."""
    target = shared / "bouw" / "site"
    with FileLock(shared / "bouw.lock"):
        if not target.exists():
            _build(target)
    return target


def copy_of_project(folder, *more):
    """Copy what our commands read, and `more` folders, to `folder`, to change it there."""
    for name in ("macros", "checklists", "docs", "scripts", *more):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "publiccode.yml"):
        shutil.copy(ROOT / name, folder)
    return folder


def _build(target):
    making = target.with_name("in-aanbouw")
    done = subprocess.run(
        [sys.executable, "scripts/tasks.py", "build", str(making)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    making.rename(target)
