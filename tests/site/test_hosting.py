"""The site on real web servers, with the files that we hand to whoever runs one."""

import contextlib
import datetime
import functools
import http.client
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from macros import hosting
from macros.model import Beveiliging
from scripts import load
from scripts.servers import (
    PACKAGES,
    SERVERS,
    ServerMissingError,
    find_server,
    free_port,
    serve,
)
from tests.conftest import copy_of_project

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def published(site, tmp_path_factory):
    """The built site with what may lie next to it: a contact, and what nobody should see."""
    folder = tmp_path_factory.mktemp("geplaatst") / "site"
    shutil.copytree(site, folder)
    hidden = (".git/config", "assets/.verborgen", ".well-known/.env")
    for name in (*hidden, ".well-known/security.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("hier staat iets")
    return folder


@pytest.fixture(scope="module", params=[(s, b) for s in SERVERS for b in ("/", "/gids/")], ids=str)
def server(request, published):
    """The address of the site on a real server, at the root of the host and in a folder."""
    name, base = request.param
    try:
        with serve(name, published, base=base) as address:
            yield address
    except ServerMissingError as error:
        pytest.skip(f"NIET GETEST: {error}")


def ask(address, method="GET", **headers):
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request(method, parts.path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("path", ["", "fasen/uitvoering.html", "assets/gids.css", "bestaat-niet"])
def test_every_answer_carries_every_header(server, path):
    assert_every_header(ask(server + path)[0])


def test_a_part_that_a_file_does_not_have_is_refused_with_every_header_once(server):
    answer, _ = ask(server + "downloads/gids.pdf", Range="bytes=99999999-")

    assert answer.status == 416
    assert_every_header(answer)


def assert_every_header(answer):
    for name, value in hosting.headers().items():
        assert answer.headers.get_all(name) == [value], name


def test_only_names_that_follow_the_content_are_kept_without_asking(server, site):
    style = next((site / hosting.HASHED_FOLDER).glob("*.css"))
    kept, _ = ask(f"{server}{hosting.HASHED_FOLDER}{style.name}")
    asked = [ask(server + path)[0] for path in ("", "assets/gids.css", "downloads/gids.pdf")]

    assert kept.headers.get_all("Cache-Control") == [hosting.IMMUTABLE]
    assert [a.headers.get_all("Cache-Control") for a in asked] == [[hosting.FRESH]] * 3
    for path in (site / hosting.HASHED_FOLDER).iterdir():
        assert re.search(r"\.[0-9a-f]{8}\.", path.name)


def test_what_did_not_change_is_not_sent_again(server):
    first, _ = ask(server + "assets/gids.css")
    again, body = ask(server + "assets/gids.css", **{"If-None-Match": first.headers["ETag"]})

    assert (again.status, body) == (304, b"")


def test_text_is_sent_compressed_and_as_what_it_is(server):
    for path, kind in (
        ("index.html", "text/html"),
        ("assets/gids.css", "text/css"),
        ("assets/gemaakt/gids.js", "javascript"),
        ("downloads/gids.md", "text/markdown"),
        ("downloads/checklists-alle-fasen.csv", "text/csv"),
    ):
        answer, _ = ask(server + path, **{"Accept-Encoding": "gzip"})

        assert answer.headers["Content-Encoding"] == "gzip", path
        assert kind in answer.headers["Content-Type"], path
        if "javascript" not in kind:
            assert "utf-8" in answer.headers["Content-Type"].lower() or kind == "text/css", path


def test_a_missing_page_is_explained_and_stays_missing(server):
    answer, body = ask(server + "bestaat-niet.html")

    assert answer.status == 404
    assert "Deze pagina is er niet" in body.decode()


@pytest.mark.parametrize("path", ["a%00b", "a" * 300, "a" * 9000, "a/" * 3000])
def test_a_name_that_no_file_can_have_is_no_failure_of_the_server(server, path):
    assert 400 <= ask(server + path)[0].status < 500


@pytest.mark.parametrize(
    "path", [".htaccess", ".git/config", "assets/.verborgen", ".well-known/.env"]
)
def test_hidden_files_stay_hidden(server, path):
    assert ask(server + path)[0].status in (403, 404)


def test_the_contact_is_not_hidden(server):
    assert ask(server + ".well-known/security.txt")[1] == b"hier staat iets"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(server, method):
    assert ask(server, method)[0].status in (403, 405)


def test_a_proxy_that_passes_almost_nothing_still_gives_the_site(site):
    """No headers but the host, no query, no compression, only GET: what is left is enough."""
    try:
        with serve("nginx", site) as behind:
            port = urlsplit(behind).port
            strict = (
                "server { listen 127.0.0.1:%d; location / { limit_except GET { deny all; }"
                " proxy_pass_request_headers off; proxy_pass_request_body off;"
                " proxy_pass http://127.0.0.1:%d; } }"
            )
            free = free_port()
            with serve("nginx", site, extra=strict % (free, port)):
                answer, body = ask(f"http://127.0.0.1:{free}/index.html")
    except ServerMissingError as error:
        pytest.skip(f"NIET GETEST: {error}")

    assert answer.status == 200
    assert body == (site / "index.html").read_bytes()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_redirect_keeps_the_address_that_the_reader_knows(site):
    """Behind a proxy with a certificate the server itself speaks http, on a port of its own."""
    try:
        with serve("nginx", site) as address:
            answer, _ = ask(address + "over", Host="gids.gemeente.example")
    except ServerMissingError as error:
        pytest.skip(f"NIET GETEST: {error}")

    assert (answer.status, answer.headers["Location"]) == (301, "/over/")


@pytest.mark.parametrize("path", ["over", "fasen", "/fasen", "bestaat-niet"])
def test_no_answer_points_to_the_host_that_a_stranger_names(server, path):
    answer, body = ask(server + path, Host="vreemd.example")

    assert "vreemd.example" not in f"{answer.headers}{body}"


def test_the_address_of_the_site_works_without_its_last_slash(server):
    answer, _ = ask(server.removesuffix("/"), Host="vreemd.example")

    if urlsplit(server).path == "/":
        assert answer.status == 200
    else:
        assert answer.headers["Location"] in (server, urlsplit(server).path)


def test_what_apache_refuses_by_itself_is_mended_as_its_file_says(site):
    """Apache reads the file only when it knows which folder is asked for."""
    lines = hosting.server_file("htaccess").splitlines()
    headers = "\n".join(line for line in lines if line.startswith("    Header always set"))
    advice = f"TraceEnable Off\nServerTokens Prod\n<VirtualHost *>\n{headers}\n</VirtualHost>\n"
    try:
        with serve("apache2", site, extra=advice) as address:
            answers = {path: ask(address + path)[0] for path in ("%zz", "%2f", "a" * 9000)}
            traced, _ = ask(address, "TRACE")
    except ServerMissingError as error:
        pytest.skip(f"NIET GETEST: {error}")

    assert [a.status for a in answers.values()] == [400, 404, 414]
    assert (traced.status, traced.headers["Server"]) == (405, "Apache")
    for answer in (*answers.values(), traced):
        assert_every_header(answer)


def test_every_file_for_a_server_says_the_same_as_the_pages(site):
    policy = hosting.headers()["Content-Security-Policy"]
    for name in ("nginx.conf", "Caddyfile", "htaccess", "headers"):
        text = (site / hosting.FILES[name]).read_text(encoding="utf-8")

        assert text.count(policy) == 1, name
        for header, value in hosting.HEADERS.items():
            assert header in text, name
            assert value in text, name


def test_every_page_carries_the_policy_before_anything_it_could_stop(site):
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        place = html.index(f'content="{hosting.policy()}"')

        assert html.count('http-equiv="Content-Security-Policy"') == 1
        assert html.index('<meta charset="utf-8">') < place < html.index("<link")
        assert place < html.index("<script")
        assert '<meta name="referrer" content="no-referrer">' in html


def test_the_container_serves_the_built_site_without_root(site):
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY")]

    assert all((site / path.removeprefix("site/")).exists() for path in copied)
    assert "USER 101:101" in lines
    assert f"EXPOSE {hosting.IN_A_CONTAINER.listen}" in lines
    assert "ARG PAD=/" in lines
    assert f"COPY site/ {hosting.IN_A_CONTAINER.root}${{PAD}}" in lines


def container_engine():
    """Return podman or docker; `CONTAINER_ENGINE` names another program that takes the same words."""
    asked = os.environ.get("CONTAINER_ENGINE")
    return asked or shutil.which("podman") or shutil.which("docker")


@pytest.fixture(scope="module")
def container(published, tmp_path_factory):
    """Build the container as the page on hosting says, run it locked down, and give its address."""
    engine = container_engine()
    if not engine:
        pytest.skip("NIET GETEST: podman of docker staat niet op deze computer")
    folder = tmp_path_factory.mktemp("container")
    shutil.copytree(published, folder / "site")
    for name in ("Containerfile", ".containerignore"):
        shutil.copy(ROOT / name, folder)
    name, port = f"gids-test-{free_port()}", free_port()

    def run(*arguments):
        return subprocess.run(
            [engine, *arguments], cwd=folder, capture_output=True, text=True, check=False
        )

    base = re.search(r"^ARG BASIS=(\S+)$", (folder / "Containerfile").read_text(), re.MULTILINE)[1]
    if run("image", "inspect", base).returncode and run("pull", base).returncode:
        pytest.skip(f"NIET GETEST: de basis {base} is hier niet te halen")
    built = run("build", "--file", "Containerfile", "--tag", name, ".")
    assert built.returncode == 0, built.stderr
    locked = shlex.split("--read-only --tmpfs /tmp --cap-drop all --security-opt no-new-privileges")
    publish = f"--publish=127.0.0.1:{port}:8080"
    started = run("run", "--detach", "--rm", "--name", name, *locked, publish, name)
    try:
        if started.returncode:
            pytest.skip(f"NIET GETEST: hier draait geen container: {started.stderr[-300:]}")
        _wait_until_it_answers(port)
        yield functools.partial(run, "exec", name), f"http://127.0.0.1:{port}/"
    finally:
        run("stop", "--time", "1", name)
        run("rmi", "--force", name)


def _wait_until_it_answers(port):
    for _ in range(50):
        # A proxy of the engine takes the connection before the server is there.
        with contextlib.suppress(OSError, http.client.HTTPException):
            ask(f"http://127.0.0.1:{port}/")
            return
        time.sleep(0.2)
    pytest.fail("the container does not answer")


def test_the_container_serves_every_header_read_only_and_without_root(container):
    inside, address = container
    for path, status in (("", 200), ("checklists/uitvoering.html", 200), ("niets.html", 404)):
        answer, _ = ask(address + path)

        assert answer.status == status
        assert_every_header(answer)
    assert ask(address + ".git/config")[0].status == 404
    assert inside("id", "-u").stdout.strip() == "101"
    assert "Read-only" in inside("touch", "/usr/share/nginx/html/nieuw").stderr
    rights = inside("grep", "-E", "^(CapEff|NoNewPrivs):", "/proc/1/status").stdout.split()
    assert rights == ["CapEff:", "0" * 16, "NoNewPrivs:", "1"]


@pytest.mark.parametrize("name", ["github-pages.yml", "gitlab-ci.yml"])
def test_the_examples_for_a_forge_run_the_commands_of_this_project(site, name):
    text = (site / hosting.FILES[name]).read_text(encoding="utf-8")

    assert yaml.safe_load(text)
    assert "bash .ci/run" in text
    assert "python3 scripts/dev.py build" in text
    for action in re.findall(r"uses: (\S+)", text):
        assert re.search(r"@[0-9a-f]{40}$", action), action


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("github-pages.yml", ["--builtin-schema", "vendor.github-workflows"]),
        (
            "gitlab-ci.yml",
            ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
        ),
    ],
)
def test_the_examples_are_what_a_forge_reads(site, name, options):
    """By the schemas that SchemaStore keeps for editors; no forge is asked."""
    command = [sys.executable, "-m", "check_jsonschema", *options, site / hosting.FILES[name]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_job_on_a_forge_runs_on_without_end(site):
    github, gitlab = (
        yaml.safe_load((site / hosting.FILES[name]).read_text(encoding="utf-8"))
        for name in ("github-pages.yml", "gitlab-ci.yml")
    )

    assert all("timeout-minutes" in job for job in github["jobs"].values())
    assert gitlab["default"]["timeout"] == "30 minutes"


CONTACT = Beveiliging(
    contact=("https://www.gemeente.example/melden", "mailto:ciso@gemeente.example"),
    talen=("nl", "en"),
    beleid="https://www.gemeente.example/beleid",
)
DATE = datetime.date(2026, 11, 24)


def test_security_txt_follows_the_standard():
    text = hosting.security_txt(CONTACT, DATE, "https://gids.example/")
    fields = [line.split(": ", 1) for line in text.splitlines() if not line.startswith("#")]

    assert fields == [
        ["Contact", "https://www.gemeente.example/melden"],
        ["Contact", "mailto:ciso@gemeente.example"],
        ["Expires", "2027-11-23T00:00:00Z"],
        ["Preferred-Languages", "nl, en"],
        ["Canonical", "https://gids.example/.well-known/security.txt"],
        ["Policy", "https://www.gemeente.example/beleid"],
    ]


@pytest.mark.parametrize("day", [DATE, datetime.date(2028, 2, 29), datetime.date(2027, 3, 1)])
def test_security_txt_expires_within_a_year_of_the_content(day):
    text = hosting.security_txt(CONTACT, day, "")
    stamp = re.search(r"^Expires: (\S+)$", text, re.MULTILINE)[1]
    expires = datetime.datetime.fromisoformat(stamp).date()

    assert datetime.timedelta(300) < expires - day < datetime.timedelta(365)


@pytest.mark.parametrize("address", ["", "http://gids.example/", "https://gids.example/onder/"])
def test_security_txt_claims_no_place_where_it_does_not_lie(address):
    assert "Canonical" not in hosting.security_txt(CONTACT, DATE, address)


def test_who_offers_the_site_says_so_without_a_change_of_a_page(site, gids, tmp_path):
    project = copy_of_project(tmp_path / "project", ".gemaakt")
    guide = project / "checklists" / "gids.yml"
    nobody = re.sub(r"(?m)^aanbieder:\n(  .*\n)+", "", guide.read_text(encoding="utf-8"))
    guide.write_text(
        f"{nobody}\naanbieder:\n  naam: Gemeente Proef\n  contact: mailto:post@gemeente.example\n"
        "  privacyverklaring: https://www.gemeente.example/privacy\n",
        encoding="utf-8",
    )

    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=project,
        check=True,
    )

    named = gids.omslag.aanbieder is not None
    for path in site.rglob("*.html"):
        name = path.relative_to(site)
        ours = path.read_text(encoding="utf-8")
        theirs = (tmp_path / "site" / name).read_text(encoding="utf-8")
        offered = 'Aangeboden door <a href="mailto:post@gemeente.example">Gemeente Proef</a>.'
        assert (ours.count(offered), theirs.count(offered)) == (0, 1), name
        told = theirs.count("<strong>Gemeente Proef</strong> biedt deze site aan.")
        assert told == (name.as_posix() in {"over/privacy.html", "over/toegankelijkheid.html"})
        unnamed = "Er is nog niet ingevuld welke organisatie deze site aanbiedt."
        assert (ours.count(unnamed), theirs.count(unnamed)) == (0 if named else told, 0), name
    privacy = (tmp_path / "site" / "over" / "privacy.html").read_text(encoding="utf-8")
    assert 'href="https://www.gemeente.example/privacy"' in privacy
    assert "Toegankelijkheidsverklaring van" not in privacy


def test_the_privacy_page_names_every_moment_that_a_dossier_keeps(site):
    told = {
        "gemaakt": "wanneer u het maakte",
        "gewijzigd": "wanneer u het voor het laatst wijzigde",
        "bestand": "wanneer u een bestand bewaarde",
    }
    schema = json.loads((site / "assets/gemaakt/dossier.schema.json").read_text(encoding="utf-8"))
    fields = schema["properties"]["dossier"]["properties"]
    page = (site / "over/privacy.html").read_text(encoding="utf-8")

    assert {name for name, kind in fields.items() if "moment" in str(kind)} == set(told)
    assert ", ".join(told.values()) in page


def test_a_reader_is_told_where_to_ask_and_complain_also_when_nobody_is_named(site):
    page = (site / "over/privacy.html").read_text(encoding="utf-8")

    assert 'href="https://www.autoriteitpersoonsgegevens.nl"' in page
    assert "functionaris gegevensbescherming" in page
    assert "die organisatie" not in page


def test_security_txt_is_only_written_when_somebody_can_be_reached(site, gids, tmp_path):
    hosting.write_files(tmp_path, gids.omslag.model_copy(update={"beveiliging": CONTACT}), "")

    assert (tmp_path / ".well-known" / "security.txt").is_file()
    assert not (site / ".well-known").exists() or gids.omslag.beveiliging


def test_publiccode_yml_agrees_with_the_guide(gids):
    data = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))

    assert data["softwareVersion"] == gids.omslag.versie
    assert data["releaseDate"] == gids.omslag.datum.isoformat()


def test_the_load_test_says_what_it_saw_and_stays_within_its_bounds(site, capsys, monkeypatch):
    monkeypatch.setattr(load, "MOST_REQUESTS", 200)
    monkeypatch.setattr(load, "_load", lambda address: (load.ask_pages(address), 1.0))

    if load.main(site) == 2:
        pytest.skip("NIET GETEST: nginx staat niet op deze computer")

    said = capsys.readouterr().out
    assert "| pages in the run | 100 in 1.0 s, by 2 clients |" in said
    assert "342 municipalities in one hour" in said


def test_the_load_test_burdens_no_other_machine():
    with pytest.raises(ValueError, match="only burden the machine it runs on"):
        load.ask_pages("http://gids.example/")


def test_a_missing_server_is_said_out_loud(site, capsys, monkeypatch):
    monkeypatch.setitem(PACKAGES, "nergens", "nergens")

    with pytest.raises(ServerMissingError, match="nergens staat niet op deze computer"):
        find_server("nergens")

    monkeypatch.setattr("scripts.servers.shutil.which", lambda _: None)
    monkeypatch.setattr("scripts.servers.Path.exists", lambda _: False)
    assert load.main(site) == 2
    assert "NIET GEMETEN. nginx staat niet op deze computer." in capsys.readouterr().err
