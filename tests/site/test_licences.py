"""What others made goes out with its licence, and the guide says under which one it goes out itself."""

import json
import re
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import lxml.html
import pytest
import yaml

from macros.exports.imprint import credit
from macros.notices import NOTICES, Notice, read_notices, write_notices
from macros.offline import STABLE
from scripts import notices
from scripts.notices import NoticeError, are_current, collect

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = "over/licenties.html"
ONLY_IN_TESTS = {"ajv", "fast-check"}
MADE_WITH_PYTHON = {
    "mkdocs-material": "{package}.dist-info/licenses/LICENSE",
    "font-source-sans-pro": "font_source_sans_pro/files/LICENSE.txt",
    "xlsxwriter": "{package}.dist-info/licenses/LICENSE.txt",
}


@pytest.fixture(scope="module")
def page(site):
    return lxml.html.parse(str(site / PAGE)).getroot()


@pytest.fixture(scope="module")
def known(site):  # the notices lie ready once the site is built
    return {notice.package: notice for notice in read_notices(ROOT / NOTICES)}


def words(text):
    return " ".join(re.sub(r"^[-=_*]{3,}$", "", text, flags=re.MULTILINE).split())


def texts(page):
    return [block.text_content() for block in page.xpath("//details[contains(@class, 'licentie')]")]


def test_everything_that_the_scripts_import_has_its_notice(known):
    config = json.loads((ROOT / "docs/assets/ts/deno.json").read_text(encoding="utf-8"))
    imports = {
        tuple(target.removeprefix("npm:").rsplit("@", 1))
        for name, target in config["imports"].items()
        if name not in ONLY_IN_TESTS
    }

    stated = {(n.package, n.version) for n in known.values() if n.package not in MADE_WITH_PYTHON}
    assert stated == imports


@pytest.mark.parametrize(("package", "path"), MADE_WITH_PYTHON.items())
def test_a_licence_is_the_one_of_the_installed_package(known, package, path):
    installed = distribution(package)
    folder = f"{package.replace('-', '_')}-{installed.version}"
    file = Path(installed.locate_file(path.format(package=folder)))

    assert known[package].version == installed.version
    assert known[package].text == file.read_text(encoding="utf-8").strip()


def test_the_page_shows_every_licence_whole_and_in_its_own_language(page, known):
    shown = {
        block.findtext("summary").removeprefix("Licentie van "): block
        for block in page.xpath("//details[contains(@class, 'licentie')]")
    }

    assert set(shown) == {notice.name for notice in known.values()}
    for notice in known.values():
        (text,) = shown[notice.name].xpath(".//*[@lang]")
        assert text.get("lang") == "en"
        assert re.search(r"^Copyright .*\d{4}.* \w+", notice.text, re.MULTILINE), notice.name
        assert words(" ".join(text.itertext())) == words(notice.text)


def test_the_table_names_each_with_its_use_and_its_licence(page, known):
    rows = [
        tuple(cell.text_content() for cell in row)
        for row in page.xpath("//table[caption[contains(., 'Werk van anderen')]]/tbody/tr")
    ]

    assert rows == [(n.name, n.purpose, n.licence) for n in known.values()]
    assert {row[2] for row in rows} <= {"MIT", "BSD-2-Clause", "OFL-1.1"}


def test_the_line_to_copy_says_what_a_reader_must_name(page, gids):
    (line,) = page.xpath("//p[@class='bronregel']")

    assert line.text_content() == credit(gids)
    for part in (gids.omslag.titel, f"Versie {gids.omslag.versie}", "CC BY 4.0"):
        assert part in line.text_content()


def test_the_zip_of_the_site_holds_the_page(site, page):
    with zipfile.ZipFile(site / "downloads" / STABLE) as whole:
        (name,) = [name for name in whole.namelist() if name.endswith(PAGE)]
        packed = lxml.html.document_fromstring(whole.read(name))

    assert texts(packed)
    assert texts(packed) == texts(page)


def test_a_work_without_a_licence_stops_the_build(monkeypatch):
    monkeypatch.setattr(notices, "_LICENCE_FILES", {"NIETS"})

    with pytest.raises(NoticeError, match=r"zit geen licentietekst.*Kies een versie"):
        collect([])


def imported(folder, **said):
    folder.mkdir()
    said = {"name": folder.name, "version": "1.0.0"} | said
    (folder / "package.json").write_text(json.dumps(said), encoding="utf-8")
    package = {"localPath": str(folder), "dependencies": []}
    return [{"modules": [{"npmPackage": "x"}], "npmPackages": {"x": package}}]


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("onbekend", {"license": "MIT"}, "‘onbekend’, maar nergens staat waarvoor"),
        ("fflate", {}, "‘fflate’ 1.0.0 noemt zijn licentie niet"),
        ("fflate", {"license": "MIT"}, "‘fflate’ 1.0.0 zit geen licentietekst"),
    ],
)
def test_a_script_of_others_that_says_too_little_stops_the_build(tmp_path, name, said, sentence):
    with pytest.raises(NoticeError, match=sentence):
        collect(imported(tmp_path / name, **said))


def test_what_an_import_brings_along_counts_too(tmp_path):
    graph = imported(tmp_path / "meegenomen", license="MIT")[0]
    graph["npmPackages"]["y"] = graph["npmPackages"]["x"]
    own = imported(tmp_path / "fflate", license="MIT")[0]["npmPackages"]["x"]
    (tmp_path / "fflate" / "LICENSE").write_text("Tekst", encoding="utf-8")
    graph["npmPackages"]["x"] = own | {"dependencies": ["y"]}

    with pytest.raises(NoticeError, match="‘meegenomen’"):
        collect([graph])


def test_the_build_says_it_in_a_sentence(monkeypatch, capsys):
    monkeypatch.syspath_prepend(str(ROOT))
    from scripts import tasks

    def refuse(*_):
        raise NoticeError("Kies een ander pakket.")

    monkeypatch.setattr(tasks, "prepare", refuse)

    assert tasks.main(["build"]) == 1
    assert capsys.readouterr().err == "Kies een ander pakket.\n"


def test_notices_are_read_again_only_when_something_changed(tmp_path, known):
    path = tmp_path / "licenties.json"
    assert not are_current(path, 0)

    write_notices(known.values(), path)
    assert are_current(path, 0)
    assert not are_current(path, path.stat().st_mtime)

    older = [Notice(**vars(n) | {"version": "0"}) for n in known.values()]
    write_notices(older, path)
    assert not are_current(path, 0)


def test_the_project_states_one_licence_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    stated = re.findall(r"\(SPDX: ([\w.-]+)\)", (ROOT / "LICENSE").read_text(encoding="utf-8"))

    assert stated == ["EUPL-1.2", "CC-BY-4.0"] * 2
    assert project["license"] == public["legal"]["license"] == stated[0]
    assert {path.stem for path in (ROOT / "LICENSES").iterdir()} == set(stated)
