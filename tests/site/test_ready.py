"""What the organisation that puts the site online hears before it does."""

import datetime
import re
from pathlib import Path

import pytest
import yaml

from macros.model import Aanbieder, Beveiliging
from scripts.ready import main
from tests.conftest import copy_of_project
from tests.site.test_commands import run, run_in

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "https://gids.example.nl/"
TODAY = datetime.date(2026, 11, 25)
OWNER = {"url": "https://code.example.nl/gids", "contacts": [{"name": "Noor Voorbeeld"}]}
OFFERED_BY = Aanbieder(
    naam="Gemeente Voorbeeld",
    contact="mailto:post@gemeente.example",
    privacyverklaring="https://www.gemeente.example/privacy",
    toegankelijkheidsverklaring="https://www.gemeente.example/toegankelijkheid",
)
REPORT_TO = Beveiliging(contact=("https://www.gemeente.example/melden",))


@pytest.fixture
def filled_in(gids):
    return gids.omslag.model_copy(update={"aanbieder": OFFERED_BY, "beveiliging": REPORT_TO})


@pytest.fixture
def write(tmp_path):
    """Write our own publiccode.yml with what an owner fills in, and then changed."""

    def write(change=lambda data: None):
        data = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
        data["url"] = OWNER["url"]
        data["maintenance"]["contacts"] = OWNER["contacts"]
        change(data)
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (tmp_path / "publiccode.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_all_is_said_to_be_there_once_it_is(filled_in, write, capsys):
    assert main(write(), filled_in, ADDRESS, TODAY) == 0
    assert capsys.readouterr().out == "Wat alleen de aanbieder weet, is ingevuld.\n"


def test_our_own_project_lacks_at_most_what_nobody_but_an_owner_knows():
    done = run("gereed")
    unknown = {
        "Er staat niet waar iemand een zwakke plek kan melden",
        "Er staat niet wie de site aanbiedt",
        "Het adres van de site is niet bekend, of begint niet met https://",
        "De sleutel ‘url’ ontbreekt",
        "De sleutel ‘contacts’ ontbreekt",
    }

    missing = re.findall(r"^\S+:\d+:\d+: (Let op: )?(.*?)\. ", done.stdout, re.MULTILINE)
    assert {message for _, message in missing} <= unknown
    stopped = any(not warning for warning, _ in missing)
    assert (done.returncode, done.stderr) == (int(stopped), "")


@pytest.mark.parametrize("address", ["", "http://gids.example.nl/", "file:///gids"])
def test_an_address_that_is_not_safe_is_refused(filled_in, write, capsys, address):
    assert main(write(), filled_in, address, TODAY) == 1
    assert "begint niet met https://" in capsys.readouterr().out


def test_a_host_that_other_projects_share_is_told_and_holds_nothing_back(filled_in, write, capsys):
    assert main(write(), filled_in, "https://gemeente.github.io/gids/", TODAY) == 0
    assert "Let op: Op dit domein staan ook andere projecten" in capsys.readouterr().out


def test_what_an_organisation_may_do_elsewhere_holds_nothing_back(filled_in, write, capsys):
    bare = Aanbieder(naam="Gemeente Voorbeeld", contact="mailto:post@gemeente.example")
    omslag = filled_in.model_copy(update={"aanbieder": bare, "beveiliging": None})

    assert main(write(), omslag, ADDRESS, TODAY) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [("Let op: " in line) for line in lines] == [True, True, True, False]


@pytest.mark.parametrize(("days", "code"), [(300, 0), (340, 1), (400, 1)])
def test_security_txt_is_renewed_before_it_expires(filled_in, write, capsys, days, code):
    later = filled_in.datum + datetime.timedelta(days=days)

    assert main(write(), filled_in, ADDRESS, later) == code
    assert ("verloopt bijna" in capsys.readouterr().out) == bool(code)


def _put(path, value):
    *folders, last = path

    def change(data):
        for name in folders:
            data = data[name]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_put(["url"], "git@code.example.nl:gids"), "volledig adres dat met https:// begint"),
        (_put(["publiccodeYmlVersion"], "9"), "Kies uit: 0.7."),
        (_put(["developmentStatus"], "bèta"), "Bedoelt u ‘beta’?"),
        (_put(["releaseDate"], "24 november"), "is geen datum"),
        (_put(["description", "nl", "shortDescription"], "x" * 151), "151 tekens lang"),
        (_put(["description", "nl", "longDescription"], "kort"), "150 nodig. Vul de tekst aan"),
        (_put(["description", "nl", "features"], []), "minstens één regel"),
        (_put(["maintenance", "contacts"], []), "minstens één regel"),
        (_put(["maintenance", "contacts"], [{"email": "a@example.nl"}]), "‘name’ ontbreekt"),
        (_put(["maintenance"], {"type": "contract"}), "‘contractors’ ontbreekt"),
        (_put(["maintenance"], {"type": ["none"]}), "kan hier niet"),
        (_put(["maintenance"], "none"), "sleutels met waarden"),
        (_put(["localisation", "localisationReady"], "misschien"), "Kies uit: false, true"),
        (_put(["licentie"], "EUPL-1.2"), "De sleutel ‘licentie’ bestaat hier niet"),
    ],
)
def test_a_mistake_in_publiccode_gets_its_place_and_a_remedy(
    filled_in, write, capsys, change, said
):
    assert main(write(change), filled_in, ADDRESS, TODAY) == 1

    found = capsys.readouterr().out
    assert said in found
    assert all(line.startswith("publiccode.yml:") for line in found.splitlines())


def test_software_that_nobody_maintains_needs_no_contact(filled_in, write):
    assert main(write(_put(["maintenance"], {"type": "none"})), filled_in, ADDRESS, TODAY) == 0


def test_a_file_that_is_gone_is_missed(filled_in, tmp_path, capsys):
    assert main(tmp_path, filled_in, ADDRESS, TODAY) == 1
    assert "publiccode.yml:1:1: Dit bestand ontbreekt" in capsys.readouterr().out


def test_the_address_comes_from_where_the_build_takes_it(tmp_path):
    project = copy_of_project(tmp_path / "project")
    done = run_in(project, "gereed", env={"SITE_URL": ADDRESS, "PATH": "/usr/bin:/bin"})

    assert done.stdout
    assert "adres van de site" not in done.stdout + done.stderr
