"""The zip of the site, unpacked on a computer without internet."""

import hashlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pypdf
import pytest
from playwright.sync_api import expect

from macros import offline
from macros.sizes import size


@pytest.fixture(scope="module")
def folder(site, gids, tmp_path_factory):
    """The folder that a reader has after unpacking."""
    target = tmp_path_factory.mktemp("Mijn documenten")
    with zipfile.ZipFile(site / "downloads" / offline.STABLE) as archive:
        archive.extractall(target)
    (unpacked,) = target.iterdir()
    assert unpacked.name == f"handreiking-12min-site-{gids.omslag.versie}"
    return unpacked


@pytest.fixture(scope="module")
def pages(folder):
    return {
        path.relative_to(folder).as_posix(): lxml.html.parse(str(path)).getroot()
        for path in sorted(folder.rglob("*.html"))
    }


def test_the_downloads_page_offers_the_zip_with_its_real_size(site, gids):
    page = lxml.html.parse(str(site / "downloads.html")).getroot()
    path = site / "downloads" / offline.zip_name(gids.omslag.versie)
    (link,) = page.xpath(f"//a[@href='downloads/{path.name}']")

    assert size(path.stat().st_size) in link.getparent().text_content()
    assert path.read_bytes() == (site / "downloads" / offline.STABLE).read_bytes()
    assert hashlib.sha256(path.read_bytes()).hexdigest() in (
        site / "downloads" / "SHA256SUMS"
    ).read_text(encoding="utf-8")


def test_the_zip_does_not_offer_itself_and_says_what_it_is(folder, pages):
    text = pages["downloads.html"].text_content()

    assert "U leest nu de site zonder internet" in text
    assert not list(folder.rglob("*.zip"))
    for page in pages.values():
        assert not [href for href in page.xpath("//@href") if href.endswith(".zip")]


def test_no_mark_of_either_kind_is_left(site, pages):
    for html in [p.read_text(encoding="utf-8") for p in site.rglob("*.html")]:
        assert "<!--" not in html
        assert offline.SIZE not in html
    assert "U leest nu" not in (site / "downloads.html").read_text(encoding="utf-8")
    for page in pages.values():
        assert not page.xpath("//comment()")


def test_every_page_is_in_it_but_the_one_that_only_a_server_shows(site, pages):
    every = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert every - set(pages) == {"404.html"}


def test_every_link_and_anchor_in_it_resolves(folder, pages):
    broken = []
    for name, page in pages.items():
        for href in page.xpath("//@href | //@src"):
            parts = urlsplit(href)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            path = (folder / name).parent / unquote(parts.path) if parts.path else folder / name
            target = path.resolve()
            there = target.is_file() and target.is_relative_to(folder)
            anchor = unquote(parts.fragment)
            other = pages.get(target.relative_to(folder).as_posix()) if there else None
            if not there or (anchor and not other.xpath("//*[@id=$anchor]", anchor=anchor)):
                broken.append((name, href))
    assert broken == []


def test_what_search_finds_is_in_it(folder, pages):
    text = (folder / offline.INDEX).read_text(encoding="utf-8")
    docs = json.loads(text.removeprefix(offline.INDEX_START).rstrip(";\n"))

    assert {doc["location"].partition("#")[0] for doc in docs} == set(pages)
    for doc in docs:
        page, _, anchor = doc["location"].partition("#")
        assert not anchor or pages[page].xpath("//*[@id=$anchor]", anchor=anchor), doc["location"]


def test_it_holds_nothing_that_a_folder_cannot_run(folder, pages):
    for page in pages.values():
        assert page.xpath("//script[@type='module'] | //link[@rel='modulepreload']") == []
    for script in folder.rglob("*.js"):
        # A method of the search library is called `fetch` too; it follows a brace.
        text = script.read_text(encoding="utf-8")
        if script != folder / offline.INDEX:
            assert not re.search(
                r"(?<![.\w}])fetch\(|XMLHttpRequest|\bimport\(|new Worker", text
            ), script


def test_it_holds_nothing_of_the_theme_that_nobody_uses(folder):
    assert not list(folder.rglob("lunr*"))
    assert not list(folder.rglob("*.map"))
    assert not (folder / "sitemap.xml").exists()


def test_other_clocks_and_copies_give_the_same_bytes(site, gids, tmp_path):
    copy = tmp_path / "kopie"
    # Without copying times: the files are as new as this test.
    shutil.copytree(site, copy, copy_function=shutil.copyfile)
    offline.write_offline(site, tmp_path / "gids.zip", gids.omslag.datum)
    first = (tmp_path / "gids.zip").read_bytes()
    offline.write_offline(copy, tmp_path / "gids.zip", gids.omslag.datum)

    assert (tmp_path / "gids.zip").read_bytes() == first


def test_a_reader_searches_ticks_prints_and_makes_a_plan_without_internet(browser, folder):
    """Any error fails it, so the policy is also seen to hold for the dossier from a folder."""
    context = browser.new_context(offline=True, locale="nl-NL")
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: None if r.url.startswith("file://") else wrong.append(r.url))

    page.goto((folder / "index.html").as_uri())
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Checklists").click()
    expect(page).to_have_url(re.compile(r"checklists/index\.html$"))
    page.get_by_role("link", name="Uitvoering").first.click()
    expect(page).to_have_url(re.compile(r"uitvoering\.html$"))
    page.get_by_label("Zoeken").type("leerplicht")
    page.locator(".zoek__lijst a").first.click()
    expect(page.locator("h1")).to_be_visible()

    page.goto((folder / "checklists" / "uitvoering.html").as_uri())
    page.locator(".punt input[type=checkbox]").first.check()
    page.reload()
    assert page.locator(".punt input[type=checkbox]").first.is_checked()
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert sum(sheet.extract_text().count("✓") for sheet in sheets) == 1

    page.goto((folder / "dossier" / "index.html").as_uri())
    with page.expect_download() as made:
        page.get_by_role("group", name="Plan van aanpak").get_by_role("button", name="ODT").click()
    assert zipfile.is_zipfile(made.value.path())

    page.goto((folder / "downloads.html").as_uri())
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")

    context.close()
    assert wrong == []
