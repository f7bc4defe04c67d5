"""The built pages: whole, linked, sourced, in Dutch and without anything from elsewhere."""

import itertools
import json
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from macros.model import REDACTIE
from macros.richtext import plain

WANTED = (
    "Kinderen onder 12 kunnen niet worden vervolgd; zij en hun ouders hebben steun nodig.",
    "Praat eerst met ouders en kind, behalve als dat onveilig is.",
    "Voor beleid werken wij met cijfers zonder namen.",
    "Wij weten niet alles; bij elke uitspraak staat de bron of staat dat het ons voorstel is.",
    "Controleer de wet en de datum voordat u iets vastlegt.",
)
FORBIDDEN = (
    "Deze aanpak voorkomt criminaliteit",
    "De gemeente mag hiervoor gegevens uitwisselen",
    "Volgens de handreiking moet",
    "Kinderen die dit doen, worden later crimineel",
    "De Wams regelt dit",
)


class Site:
    """The pages of a built site, parsed once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.html = {
            p.relative_to(root).as_posix(): p.read_text(encoding="utf-8")
            for p in sorted(root.rglob("*.html"))
        }
        self.pages = {name: lxml.html.fromstring(html) for name, html in self.html.items()}
        self.ids = {name: set(page.xpath("//@id")) for name, page in self.pages.items()}

    def text(self, name: str) -> str:
        return " ".join(self.pages[name].text_content().split())


@pytest.fixture(scope="module")
def built(site):
    return Site(site)


def test_every_point_stands_on_exactly_one_checklist(built, gids):
    for punt in gids.punten():
        holders = [name for name, ids in built.ids.items() if f"vink-{punt.id}" in ids]

        assert holders == [f"checklists/{gids.fase_of(punt.id).id}.html"]


def test_every_point_is_a_native_checkbox_with_its_text_as_label(built, gids):
    for punt in gids.punten():
        page = built.pages[f"checklists/{gids.fase_of(punt.id).id}.html"]
        box = page.get_element_by_id(f"vink-{punt.id}")
        (label,) = page.xpath(f"//label[@for='vink-{punt.id}']")

        assert (box.tag, box.get("type")) == ("input", "checkbox")
        assert " ".join(label.text_content().split()) == f"{punt.code} {plain(punt.tekst)}"
        assert box.xpath("ancestor::fieldset/legend")


def test_every_point_shows_evidence_roles_and_sources(built, gids):
    for punt in gids.punten():
        page = built.pages[f"checklists/{gids.fase_of(punt.id).id}.html"]
        block = page.get_element_by_id(punt.id)
        text = " ".join(block.text_content().split())
        links = set(block.xpath(".//a/@href"))

        assert plain(punt.bewijs) in text
        assert {f"../naslag/partners.html#{rol}" for rol in punt.rollen} <= links
        assert {f"../naslag/bronnen.html#{b}" for b in punt.bronnen if b != REDACTIE} <= links


def test_every_step_links_to_its_points_and_back(built, gids):
    for fase in gids.fasen:
        phase, checklist = (
            built.pages[f"{part}/{fase.id}.html"] for part in ("fasen", "checklists")
        )
        for stap in fase.stappen:
            assert f"../fasen/{fase.id}.html#{stap.id}" in checklist.xpath("//a/@href")
            for punt in stap.punten:
                assert f"../checklists/{fase.id}.html#vink-{punt.id}" in phase.xpath("//a/@href")


def test_every_source_lists_where_it_is_used(built, gids):
    page = built.pages["naslag/bronnen.html"]
    for bron in gids.bronnen.bronnen:
        item = page.get_element_by_id(bron.id)

        assert item.xpath(".//p[@class='gebruikt']/a"), bron.id
    iedere = page.get_element_by_id("avg").xpath(".//p[@class='gebruikt']/a")
    expected = [p.code for p in gids.punten() if "avg" in p.bronnen]
    assert [a.text for a in iedere if re.fullmatch(r"[A-Z]{2}-\d\d", a.text)] == expected


def test_an_unconfirmed_source_says_so_wherever_it_is_named(built, gids):
    unsure = {bron.id for bron in gids.bronnen.bronnen if bron.niet_bevestigd}
    assert unsure
    for name, page in built.pages.items():
        for link in page.xpath("//a[contains(concat(' ', @class, ' '), ' bron ')]"):
            id_ = link.get("href").partition("#")[2]
            if id_ in unsure:
                assert "niet bevestigd" in link.text_content(), (name, id_)
    for id_ in unsure:
        item = built.pages["naslag/bronnen.html"].get_element_by_id(id_)
        assert re.search(
            r"Niet bevestigd \((gezien op|stand van) \d+ \w+ 20\d\d\)", item.text_content()
        )


@pytest.mark.parametrize("sentence", WANTED)
def test_the_five_sentences_that_must_be_said_are_on_the_front_page(built, sentence):
    assert sentence in built.text("index.html")


@pytest.mark.parametrize("sentence", FORBIDDEN)
def test_the_five_sentences_that_may_not_be_said_are_nowhere(built, sentence):
    assert [n for n in built.pages if sentence.casefold() in built.text(n).casefold()] == []
    index = (built.root / "search" / "index.js").read_text(encoding="utf-8")
    assert sentence.casefold() not in index.casefold()


def test_every_internal_link_and_anchor_arrives(built):
    broken = []
    for name, page in built.pages.items():
        for href in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            parts = urlsplit(href)
            if parts.scheme or href.startswith("//") or name == "404.html":
                continue
            target = (Path(name).parent / unquote(parts.path)).as_posix() if parts.path else name
            target = Path(*_normalise(target)).as_posix()
            there = (built.root / target).is_file()
            anchor = unquote(parts.fragment)
            if not there or (anchor and anchor not in built.ids.get(target, set())):
                broken.append((name, href))
    assert broken == []


def _normalise(path: str) -> list[str]:
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return parts


def test_a_popover_button_has_its_explanation(built):
    for name, page in built.pages.items():
        for target in page.xpath("//@popovertarget"):
            assert target in built.ids[name]


def test_no_page_asks_anything_of_another_host(built):
    asks = "//script/@src | //img/@src | //link[not(@rel='canonical')]/@href | //iframe/@src | //@srcset"
    for name, page in built.pages.items():
        assert [u for u in page.xpath(asks) if urlsplit(u).netloc] == [], name
    for css in built.root.rglob("*.css"):
        assert re.findall(r"url\([\"']?(?:https?:)?//", css.read_text(encoding="utf-8")) == [], css


def test_no_page_holds_inline_script_style_or_handler(built):
    for name, page in built.pages.items():
        assert page.xpath("//script[not(@src)]") == [], name
        assert page.xpath("//style | //@style") == [], name
        assert [a for a in page.xpath("//@*") if a.attrname.startswith("on")] == [], name


def test_no_template_or_markup_leaks_into_a_page(built):
    for name in built.pages:
        text = built.text(name)
        if name != "over/redactie.html":
            assert not re.search(r"\{\{|\{%|\*\*|\]\(|</?\w+>", text), name
        assert "Macro Rendering Error" not in text


def test_every_page_is_dutch_with_one_h1_and_headings_in_order(built):
    for name, page in built.pages.items():
        levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]

        assert page.get("lang") == "nl"
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), name
        assert page.xpath("//meta[@name='description']/@content"), name


def test_a_reader_sees_where_one_source_ends_and_the_next_begins(built):
    lists = [
        found for page in built.pages.values() for found in page.xpath("//*[@class='bronnen']")
    ]
    lengths = [(len(found.xpath("a")), found.text_content().count(" · ")) for found in lists]

    assert max(lengths) > (1, 1)
    assert [pair for pair in lengths if pair[1] != pair[0] - 1] == []


def test_two_links_with_the_same_words_go_to_the_same_place(built):
    """Who reads only the links of a page, or says their words, knows where each of them goes."""
    for name, page in built.pages.items():
        goals = defaultdict(set)
        for link in page.xpath("//a[@href]"):
            words = " ".join(link.text_content().split()).casefold()
            goals[words].add(urljoin(f"/{name}", link.get("href")))

        assert {words: to for words, to in goals.items() if len(to) > 1} == {}, name


def test_every_table_has_a_caption_and_headings_for_columns_and_rows(built):
    """WCAG 1.3.1: who hears a table knows what it holds, and what each cell is about."""
    bare = {}
    for name, page in built.pages.items():
        for table in page.iter("table"):
            caption = table.xpath("string(caption)").strip()
            heads = table.xpath("thead/tr/*")
            firsts = table.xpath("tbody/tr/*[1]")
            scopes = {("col", cell.tag, cell.get("scope")) for cell in heads}
            scopes |= {("row", cell.tag, cell.get("scope")) for cell in firsts}
            if not caption or scopes != {("col", "th", "col"), ("row", "th", "row")}:
                bare.setdefault(name, []).append((caption, scopes))

    assert bare == {}
    assert sum(len(page.xpath("//table")) for page in built.pages.values()) > 15


def test_no_line_for_a_caption_is_left_over(built):
    assert [name for name in built.pages if "Tabel: " in built.text(name)] == ["over/redactie.html"]


def test_a_title_that_is_not_dutch_is_marked_and_nothing_else(built, gids):
    marked = [
        (element.get("lang"), element.text_content())
        for name, page in built.pages.items()
        for element in page.xpath("//body//*[@lang]")
        if name != "over/licenties.html"  # licences are English; a test of their own reads them
    ]

    assert sorted(marked) == sorted(
        (bron.taal, plain(bron.titel)) for bron in gids.bronnen.bronnen if bron.taal
    )


def test_every_page_has_its_own_title(built):
    titles = [page.findtext(".//title") for page in built.pages.values()]

    assert sorted(set(titles)) == sorted(titles)


def test_ids_are_unique_on_a_page(built):
    for name, page in built.pages.items():
        ids = page.xpath("//@id")
        assert [i for i in set(ids) if ids.count(i) > 1] == [], name


def test_a_missing_page_is_explained_in_dutch(built):
    assert "Deze pagina is er niet" in built.text("404.html")


def test_previous_and_next_walk_through_the_phases(built, gids):
    for part in ("fasen", "checklists"):
        for before, after in itertools.pairwise(gids.fasen):
            assert built.pages[f"{part}/{before.id}.html"].xpath("//nav//a[@rel='next']/@href") == [
                f"../{part}/{after.id}.html"
            ]
            assert built.pages[f"{part}/{after.id}.html"].xpath("//nav//a[@rel='prev']/@href") == [
                f"../{part}/{before.id}.html"
            ]


def test_the_front_page_has_three_doors_and_the_cycle_in_words(built, gids):
    page = built.pages["index.html"]
    (svg,) = page.xpath("//svg[@role='img']")

    assert len(page.xpath("//div[@class='deur']")) == 3
    assert all(fase.titel in svg.text_content() for fase in gids.fasen)


def test_a_term_is_explained_once_per_page(built):
    for name, page in built.pages.items():
        targets = page.xpath("//button[@class='begrip']/@popovertarget")
        assert len(targets) == len(set(targets)), name
    assert built.pages["fasen/plan-van-aanpak.html"].xpath("//button[@class='begrip']")


def test_the_contents_of_a_page_are_listed_once_and_before_the_text(built):
    """Who reads without style, or hears the page, meets them one time, where they are of use."""
    for name, page in built.pages.items():
        lists = page.xpath("//nav[@aria-label='Op deze pagina']")
        others = page.xpath("//a[starts-with(@href, '#')][not(ancestor::article | ancestor::nav)]")

        assert len(lists) <= 1, name
        assert [link.get("class") for link in others] == ["overslaan"], name
        assert all(one.xpath("following::article[@id='inhoud']") for one in lists), name
    (contents,) = built.pages["fasen/uitvoering.html"].xpath("//nav[@aria-label='Op deze pagina']")
    headings = built.pages["fasen/uitvoering.html"].xpath("//article//h2/@id")
    assert contents.xpath(".//a/@href") == [f"#{id_}" for id_ in headings]


def test_the_glossary_starts_with_the_letters_it_has(built, gids):
    page = built.pages["naslag/begrippen.html"]
    (letters,) = page.xpath("//article//nav[@aria-label='Begrippen op letter']//ul")
    headings = [h.text_content() for h in page.xpath("//article//h2")]

    assert [link.text_content() for link in letters.xpath(".//a")] == headings
    assert set(headings) == {begrip.letter for begrip in gids.begrippen.begrippen}
    for link in letters.xpath(".//a"):
        heading = page.get_element_by_id(link.get("href").removeprefix("#"))
        assert heading.text_content() == link.text_content()


def test_a_letter_of_the_glossary_keeps_its_address_when_a_letter_is_added(built):
    page = built.pages["naslag/begrippen.html"]
    ids = {h.text_content(): h.get("id") for h in page.xpath("//article//h2")}

    assert ids == {letter: f"letter-{letter.lower().replace('–', '-')}" for letter in ids}


def test_the_origin_is_credited_and_not_claimed(built):
    text = built.text("index.html")
    assert "geen uitgave van een ministerie" in text
    assert "DSP-groep" in text


def test_every_page_is_reached_by_links_from_the_front_page(built):
    reached, ahead = set(), ["index.html"]
    while ahead:
        name = ahead.pop()
        if name not in built.pages or name in reached:
            continue
        reached.add(name)
        paths = (urlsplit(href).path for href in built.pages[name].xpath("//a/@href"))
        ahead += [Path(*_normalise(f"{Path(name).parent}/{path}")).as_posix() for path in paths]

    assert reached == set(built.pages) - {"404.html"}


def _index(built):
    script = (built.root / "search" / "index.js").read_text(encoding="utf-8")
    return json.loads(script.removeprefix("globalThis.gidsIndex=").rstrip(";\n"))


def test_the_search_index_covers_every_page(built):
    indexed = {doc["location"].partition("#")[0] for doc in _index(built)}

    assert indexed == set(built.pages) - {"404.html"}


def test_the_search_index_knows_which_titles_are_not_dutch_and_nothing_else(built, gids):
    marked = [tuple(found) for doc in _index(built) for found in doc.get("foreign", ())]

    assert sorted(marked) == sorted(
        (bron.taal, plain(bron.titel)) for bron in gids.bronnen.bronnen if bron.taal
    )
