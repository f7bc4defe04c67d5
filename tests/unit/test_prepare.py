"""The scripts that readers run were written by the program that we know, and by no other."""

import json
import shutil

import pytest

from macros.gate import MADE
from scripts import prepare

SOURCE = prepare.Path(prepare.__file__).parents[1] / "docs" / "assets" / "ts"


@pytest.fixture
def fetched(monkeypatch, tmp_path):
    """The folder where Deno would have put esbuild."""
    monkeypatch.setattr(prepare, "_deno", lambda *_: json.dumps({"denoDir": str(tmp_path)}))
    folder = tmp_path / "dl" / f"esbuild-{prepare.BUNDLER_VERSION}-1"
    folder.mkdir(parents=True)
    return folder


def test_another_program_than_the_one_we_know_is_refused(fetched, tmp_path):
    (fetched / "esbuild-linux-x64").write_bytes(b"iets anders")

    assert "niet wat wij verwachten" in prepare.objection_to_bundler(tmp_path)


def test_a_program_for_an_unknown_computer_is_refused(fetched, tmp_path):
    (fetched / "esbuild-plan9-x64").write_bytes(b"esbuild")

    assert "niet wat wij verwachten" in prepare.objection_to_bundler(tmp_path)


def test_another_version_asks_for_new_hashes(fetched, tmp_path):
    fetched.rmdir()

    assert "hashes in scripts/prepare.py" in prepare.objection_to_bundler(tmp_path)


def test_the_program_on_this_computer_is_the_one_we_know():
    assert prepare.objection_to_bundler(SOURCE) == ""


def test_a_package_that_the_lock_does_not_name_stops_the_build(gids, monkeypatch, tmp_path):
    monkeypatch.setattr(prepare, "write_all", lambda *_: None)
    source = shutil.copytree(SOURCE, tmp_path / "docs" / "assets" / "ts")
    settings = source / "deno.json"
    asked = settings.read_text(encoding="utf-8")
    other = asked.replace("npm:minisearch@7.2.0", "npm:minisearch@7")
    settings.write_text(other, encoding="utf-8")
    assert other != asked

    with pytest.raises(prepare.BundleError, match=r"deno\.json terug"):
        prepare.prepare(gids, tmp_path)

    assert (source / "deno.lock").read_bytes() == (SOURCE / "deno.lock").read_bytes()


def test_the_folder_of_made_files_holds_what_we_make_and_nothing_else(gids, monkeypatch, tmp_path):
    """A script there would be ours to a browser; git ignores the folder, and a push need not."""
    monkeypatch.setattr(prepare, "write_all", lambda *_: None)
    monkeypatch.setattr(prepare, "_deno", lambda *_: "{}")
    monkeypatch.setattr(prepare, "_bundle", lambda _source, _entry, target: target.touch())
    monkeypatch.setattr(prepare, "objection_to_bundler", lambda _: "")
    monkeypatch.setattr(prepare, "write_notices", lambda *_: None)
    monkeypatch.setattr(prepare.notices, "collect", lambda _: ())
    shutil.copytree(SOURCE, tmp_path / "docs" / "assets" / "ts")
    made = tmp_path / "docs" / "assets" / "gemaakt"
    (made / "map").mkdir(parents=True)
    for name in ("teller.js", "x.svg", "map/y.html"):
        (made / name).touch()
    (tmp_path / prepare.KEYS).parent.mkdir()

    prepare.prepare(gids, tmp_path)

    assert {path.name for path in made.iterdir()} == MADE
