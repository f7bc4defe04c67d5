"""The scripts that readers run were written by the program that we know, and by no other."""

import json

import pytest

from scripts import prepare


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
    source = prepare.Path(prepare.__file__).parents[1] / "docs" / "assets" / "ts"

    assert prepare.objection_to_bundler(source) == ""
