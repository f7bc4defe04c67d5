"""The downloads: all there, as large as promised, at names that last, the same every time."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import lxml.html
import pypdf
import pytest

from macros.exports import FORMATS, formats_of
from macros.exports.document import documents
from macros.exports.written import read_manifest, write_all
from macros.load import load
from macros.offline import STABLE, zip_name
from macros.sizes import size

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def files(site):
    return read_manifest(site / "downloads")


def test_every_document_is_there_in_every_format(files, gids):
    expected = {(d.name(gids), f.extension) for d in documents(gids) for f in formats_of(d)}

    assert {(file.document, file.extension) for file in files} == expected
    assert {file.extension for file in files} == {format_.extension for format_ in FORMATS}


def test_a_file_name_says_what_it_is_and_which_version(files, gids):
    names = {file.name for file in files}
    version = gids.omslag.versie

    assert f"handreiking-12min-checklist-1-in-kaart-brengen-{version}.odt" in names
    assert f"handreiking-12min-factsheet-{version}.pdf" in names


def test_the_page_links_every_file_with_its_real_size_and_pages(files, site):
    page = lxml.html.parse(str(site / "downloads.html")).getroot()
    links = {a.get("href"): a for a in page.xpath("//ul[@class='bestanden']//a")}

    assert set(links) == {f"downloads/{file.name}" for file in files}
    for file in files:
        path = site / "downloads" / file.name
        said = " ".join(links[f"downloads/{file.name}"].getparent().text_content().split())
        assert size(path.stat().st_size) in said
        if file.extension == "pdf":
            count = len(pypdf.PdfReader(path).pages)
            assert re.search(rf"\b{count} pagina", said), said


def test_open_formats_stand_before_those_of_one_maker():
    order = [format_.extension for format_ in FORMATS]

    assert order.index("odt") < order.index("docx")
    assert order.index("ods") < order.index("xlsx")


def test_a_stable_address_gives_the_same_file(files, site):
    folder = site / "downloads"
    for file in files:
        assert (folder / file.stable).read_bytes() == (folder / file.name).read_bytes()
        assert "2026" not in file.stable


def test_the_sums_are_right_and_cover_every_file(files, site, gids):
    folder = site / "downloads"
    sums = dict(
        reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines()
    )

    of_the_site = {zip_name(gids.omslag.versie), STABLE}
    assert set(sums) == {name for file in files for name in (file.name, file.stable)} | of_the_site
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(
    ("page", "offered"),
    [
        ("factsheet.html", {"factsheet"}),
        ("checklists/uitvoering.html", {"checklist-3-uitvoering"}),
        ("fasen/uitvoering.html", {"checklist-3-uitvoering", "gids"}),
    ],
)
def test_a_page_offers_its_own_files_in_the_same_place(files, site, page, offered):
    root = lxml.html.parse(str(site / page)).getroot()
    hrefs = root.xpath("//aside[contains(@class, 'downloadvak')]//a/@href")

    assert [Path(href).name for href in hrefs] == [f.name for f in files if f.document in offered]


def test_other_places_and_clocks_give_the_same_bytes(files, site, tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from macros.load import load\n"
        "from macros.exports.written import write_all\n"
        "write_all(load(Path(sys.argv[1]) / 'checklists'), Path(sys.argv[2]))\n"
    )
    environment = os.environ | {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "nl_NL.UTF-8",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "7",
    }
    subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(tmp_path / "elders")],
        cwd=tmp_path,
        env=environment,
        check=True,
    )

    # The zip of the site is added after the build; that its bytes stay the same is a test of its own.
    first = (site / "downloads" / "SHA256SUMS").read_text().splitlines()
    documents_only = [line for line in first if not line.endswith(".zip")]
    assert (tmp_path / "elders" / "SHA256SUMS").read_text().splitlines() == documents_only


def test_writing_again_leaves_nothing_of_an_earlier_version(tmp_path):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "handreiking-12min-gids-2025.9.pdf").write_bytes(b"oud")

    write_all(load(ROOT / "tests" / "unit" / "kleine_gids"), tmp_path / "uit")

    assert not list((tmp_path / "uit").glob("*2025*"))
