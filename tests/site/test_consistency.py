"""What returns on every page is the same on every page, however the screen is held."""

import lxml.html
import pytest


@pytest.fixture(scope="module")
def pages(site):
    found = {}
    for path in sorted(site.rglob("*.html")):
        root = lxml.html.parse(str(path)).getroot()
        root.make_links_absolute(path.as_uri())
        found[path.relative_to(site).as_posix()] = root
    return found


@pytest.mark.parametrize("part", ["//nav[@aria-label='Hoofdmenu']", "//footer"])
def test_the_menu_and_the_footer_are_the_same_everywhere(pages, site, part):
    """WCAG 3.2.3 and 3.2.6: the same links in the same order."""
    # The page that is not there may be asked for in any folder, so it says in full where things are.
    links = {
        name: [
            (" ".join(a.text_content().split()), a.get("href")) for a in page.xpath(f"{part}//a")
        ]
        for name, page in pages.items()
        if name != "404.html"
    }
    first = links["index.html"]

    assert first
    assert [name for name, found in links.items() if found != first] == []


def test_every_page_says_at_the_same_place_how_to_report_a_barrier(pages):
    for name, page in pages.items():
        (link,) = page.xpath("//footer//a[normalize-space()='Toegankelijkheid']")

        assert "over/toegankelijkheid.html" in link.get("href"), name


def test_no_style_looks_at_how_the_screen_is_held(site):
    """WCAG 1.3.4: a tablet on a stand is not turned."""
    for path in site.rglob("*.css"):
        assert "orientation" not in path.read_text(encoding="utf-8"), path.name
