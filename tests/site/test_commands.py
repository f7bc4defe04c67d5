"""The commands of the README, and what they say when something is in the way."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from macros.load import LOCK
from scripts import dev, settled, tasks
from tests.conftest import copy_of_project

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "scripts/dev.py", *arguments],
        cwd=options.pop("cwd", ROOT),
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


def run_in(project, *arguments, **options):
    """Run a task in a copy of the project, which has no environment of its own."""
    return subprocess.run(
        [sys.executable, "scripts/tasks.py", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_check_says_that_all_is_well():
    done = run("check")

    assert (done.returncode, done.stdout) == (0, "De inhoud is in orde.\n")


def test_what_is_to_be_recorded_with_a_change_is_told_until_it_is(gids, tmp_path):
    project = copy_of_project(tmp_path / "project")
    omslag = gids.omslag.model_copy(update={"versie": "2099.9"})
    changed = gids.model_copy(update={"omslag": omslag})
    with (project / "checklists" / LOCK).open("r+", encoding="utf-8") as lock:
        lock.truncate(len(lock.readline()))

    told = [str(problem) for problem in settled.behind(project, changed)]

    assert [line.partition(" ")[0] for line in told] == [
        "checklists/gepubliceerd.lock:1:1:",
        "publiccode.yml:1:1:",
    ]
    assert all("Let op: Dit bestand loopt achter" in line for line in told)
    for path, text in settled.files(project, changed).items():
        path.write_text(text, encoding="utf-8")
    assert list(settled.behind(project, changed)) == []
    assert 'softwareVersion: "2099.9"' in (project / "publiccode.yml").read_text(encoding="utf-8")


def test_check_tells_what_is_to_be_recorded(tmp_path):
    project = copy_of_project(tmp_path / "project")
    (project / "checklists" / LOCK).unlink()

    done = run_in(project, "check")

    assert done.returncode == 0
    assert done.stdout.startswith("checklists/gepubliceerd.lock:1:1: Let op: ")
    assert done.stdout.endswith("De inhoud is in orde.\n")


def test_the_second_start_sets_nothing_up():
    """An office without a registry can go on once the environment is there."""
    run("check")

    again = run("check", env=os.environ | {"PIP_INDEX_URL": "http://127.0.0.1:9/"})

    assert (again.returncode, again.stderr) == (0, "")


def test_an_unknown_command_explains_the_known_ones():
    done = run("bouw")

    assert done.returncode == 2
    assert "serve" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["serve", "--poort", "1"], ["serve", "--port", "x"], ["check", "x"]]
)
def test_a_wrong_option_is_named(arguments):
    done = run(*arguments)

    assert done.returncode == 2
    assert "kan niet" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_busy_port_gets_a_sentence_with_the_remedy():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("serve", "--port", str(port))

    assert done.returncode == 2
    assert f"Poort {port} is al in gebruik" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("site")  # both write what lies ready in `docs`: not at the same moment
def test_serve_shows_the_site_that_is_tested(free_port):
    server = subprocess.Popen(
        [sys.executable, "scripts/tasks.py", "serve", "--port", str(free_port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        page = _wait_for(f"http://127.0.0.1:{free_port}/index.html")
    finally:
        os.killpg(server.pid, 15)
        server.wait(10)

    assert "Vier fasen, één cyclus" in page
    assert "md-toggle" not in page
    # MkDocs writes a script into the page that reloads it; only the preview lets that run.
    assert "livereload(" in page
    assert "script-src 'self' 'unsafe-inline'; " in page
    assert "connect-src 'self'" in page


def _wait_for(url):
    for _ in range(450):
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own server
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    return pytest.fail("the server did not start")


def test_an_old_python_gets_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    assert dev.main(["check"]) == 2
    assert (
        "Deze Python is te oud: 3.9. Installeer Python 3.11 of nieuwer" in capsys.readouterr().err
    )


def test_a_missing_venv_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(dev, "create_venv", lambda *_: False)
    monkeypatch.setattr(dev, "on_debian_as_root", lambda: False)

    assert "sudo apt install python3-venv" in dev.make_venv()


def test_content_with_a_mistake_stops_the_build_with_its_place(tmp_path):
    broken = copy_of_project(tmp_path / "project")
    path = broken / "checklists" / "gids.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("titel: Preventieve", "tittel: Preventieve")
    )

    done = run_in(broken, "build")

    assert done.returncode == 1
    assert (
        "checklists/gids.yml:2:1: De sleutel ‘tittel’ bestaat hier niet. Bedoelt u ‘titel’?"
        in done.stderr
    )
    assert "Traceback" not in done.stderr
    assert not (broken / "site").exists()


def test_a_build_that_fails_leaves_no_half_site(tmp_path, monkeypatch):
    def fail(command):
        site = Path(command[-1])
        site.mkdir()
        (site / "404.html").touch()
        return 1

    monkeypatch.setattr(tasks, "prepare", lambda *_: None)
    monkeypatch.setattr(tasks.subprocess, "call", fail)

    assert tasks.build(tmp_path / "site") == 1
    assert not (tmp_path / "site").exists()


def test_a_site_is_made_again_in_the_same_folder(site, tmp_path):
    """MkDocs leaves `.htaccess` when it empties the folder; `serve` makes every change so too."""
    again = tmp_path / "site"
    shutil.copytree(site, again)
    contact = again / ".well-known" / "security.txt"
    contact.parent.mkdir(exist_ok=True)
    contact.write_text("Contact: van vorig jaar", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(again)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (again / ".htaccess").is_file()
    assert not contact.exists() or "van vorig jaar" not in contact.read_text(encoding="utf-8")
