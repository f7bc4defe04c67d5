"""Content that means harm: the check refuses it, and without the check it still is only text."""

import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest

from macros.finish import finish
from macros.gate import UnsafePageError, objections, strangers
from macros.load import examine
from macros.model import Gids, Record

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = ROOT / "tests" / "unit" / "kleine_gids"

MARKUP = (
    "<script>hacked=1</script><img src=x onerror=hacked=1>\"'><svg onload=hacked=1></svg>"
    "<a href=javascript:hacked=1>klik</a> {{ 7 * 191 }} {% set x = 1 %} &lt;b&gt; ]]> -->"
)
LINK = "[klik](javascript:hacked=1)"
ATTRIBUTE = 'Titel { onclick="hacked=1" }'
"""What Markdown's lists of attributes would make of a heading."""


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Een <b>vet</b> woord.",
        "Tekst <!-- met iets erin -->.",
        LINK,
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](data:text/html,x)",
        "[klik](//elders.example/)",
        "[klik](https://digid.nl@elders.example/)",
        "[klik](https://digid.nl%2f@elders.example/)",
        "[klik](https://digid.nl\\@elders.example/)",
        "[klik](https://elders.example\\.digid.nl/)",
        "[klik](https://d\u0456gid.nl/)",
        "[klik](https://digid\uff0enl/)",
        "[klik](https://xn--dgid-cpd.nl/)",
        "[klik](https://3221226219/)",
        "[klik](https:///elders.example/)",
        "[https://digid.nl](https://elders.example/)",
        "[digid.nl](https://elders.example/digid.nl)",
        "[Log in op www.DigiD.nl.](https://elders.example/)",
        "[https://digid.nl@elders.example/](https://elders.example/)",
        "[d\u0456gid\u2024nl](https://elders.example/)",
        "[mijn...digid.nl](https://elders.example/)",
        "[digid.nl](https://mijndigid.nl/)",
        "{{ config }}",
        "{% include 'x' %}",
        "{# opmerking #}",
        "Lang. " * 1000,
    ],
)
def test_the_check_refuses_a_text_that_means_harm(text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, "checklists")
    path = Path("checklists/gids.yml")
    quoted = text.replace("'", "''")
    path.write_text(path.read_text().replace("Deze gids is bedacht.", f"'{quoted}'"))

    gids, problems = examine(Path("checklists"))

    assert gids is None
    assert {problem.position.line for problem in problems} == {7}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//elders.example/",
        'https://x/"onclick="x',
        "x",
        "https://digid.nl@elders.example/",
        "https://digid.nl:x@elders.example/",
        "https://digid.nl\\@elders.example/",
        "https://d\u0456gid.nl/",
        "https://www.xn--dgid-cpd.nl/",
        "https:///elders.example/",
    ],
)
def test_the_check_refuses_an_address_that_is_no_page(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, "checklists")
    path = Path("checklists/naslag/bronnen.yml")
    before = path.read_text()
    start = before.index("url: ") if "url: " in before else before.index("adres: ")
    end = before.index("\n", start)
    key = before[start:end].partition(":")[0]
    path.write_text(f"{before[:start]}{key}: '{address}'{before[end:]}")

    assert examine(Path("checklists"))[0] is None


def poisoned(record, payload, wanted):
    """Return a record built around every check, with the payload in each text that readers see."""
    values = {}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Record):
            value = poisoned(value, payload, wanted)
        elif isinstance(value, tuple):
            value = tuple(
                poisoned(item, payload, wanted)
                if isinstance(item, Record)
                else payload(item)
                if isinstance(item, str) and wanted(name, info, item)
                else item
                for item in value
            )
        elif isinstance(value, str) and wanted(name, info, value):
            value = payload(value)
        values[name] = value
    return type(record).model_construct(**values)


def is_text(_name, _info, value):
    return " " in value and not value.startswith("http")


def is_address(_name, _info, value):
    return value.startswith("http")


BUILD = """
import pickle, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import macros.load
gids = pickle.loads(Path(sys.argv[2]).read_bytes())
macros.load.load = lambda *_: gids
from mkdocs.commands.build import build
from mkdocs.config import load_config
options = {"docs_dir": sys.argv[4]} if len(sys.argv) > 4 else {}
build(load_config(sys.argv[1] + "/mkdocs.yml", site_dir=sys.argv[3], strict=False, **options))
"""


def build(gids, folder, *docs):
    """Build the site of a guide, and of other pages than ours, that never saw the check."""
    guide = Gids.model_construct(**{n: getattr(gids, n) for n in Gids.model_fields})
    (folder / "gids.pickle").write_bytes(pickle.dumps(guide))
    return subprocess.run(
        [sys.executable, "-c", BUILD, ROOT, folder / "gids.pickle", folder / "site", *docs],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_markup_that_passed_the_check_is_only_text_in_a_browser(browser, gids, site, tmp_path):
    """`site` has prepared the assets; the policy is off, so that only our escaping protects."""
    done = build(poisoned(gids, lambda text: f"{text} {MARKUP}", is_text), tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]

    context = browser.new_context(bypass_csp=True)
    page, wrong = context.new_page(), []
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    seen = 0
    for path in sorted((tmp_path / "site").rglob("*.html")):
        page.goto(path.as_uri())
        text = page.evaluate("document.body.textContent")
        seen += text.count("<script>hacked=1</script>")
        assert page.evaluate("globalThis.hacked") is None, path
        assert "1337" not in text, path
        assert objections(path.read_text(encoding="utf-8")) == ()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_label("Zoeken").type("hacked")
    page.locator(".zoek__lijst a").first.wait_for()

    assert page.evaluate("globalThis.hacked") is None
    assert seen > 500
    context.close()


OVERLAY = '<a class="md-consent__overlay" href="https://elders.example/">'
PAGES = {
    "a tag that a call closes": f"<div class=x\n\n{{{{ labels() }}}}\n\n`{OVERLAY}`\n",
    "half an entity": "Jansen &#; Co.\n\n\n"
    f'`<div id="zq">` `{OVERLAY}`\n\n{{{{ labels() }}}}\n\n' + "Slot.\n" * 87,
    "a mark for a program": "`<b>`\nTekst [hier](https://elders.example/).\n<!-- abc -->\n"
    "{ .md-consent__overlay }\n## Twee `</b>`\n",
    "a mark in a quote": '`<b x="`\nTekst.\n<!-- abc -->\n{ .md-consent__overlay #zq }\n\n`">`\n',
    "a fence that is no fence": f"~~~\n```\n~~~\n`{OVERLAY}`\n```\n",
}


def test_what_is_typed_on_a_page_is_never_html(gids, site, tmp_path):
    """The check never saw these pages, so that only the cover of the signs protects."""
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("ts"))
    head = "---\ntitle: Proef\ndescription: Een proef.\n---\n\n# Proef & meer\n\n"
    for number, text in enumerate(PAGES.values()):
        (docs / f"over/besluiten/090{number}.md").write_text(f"{head}{text}", encoding="utf-8")

    done = build(gids, tmp_path, docs)

    assert done.returncode == 0, done.stderr[-3000:]
    for number, name in enumerate(PAGES):
        page = lxml.html.parse(str(tmp_path / f"site/over/besluiten/090{number}.html")).getroot()
        article = page.get_element_by_id("inhoud")
        assert "Proef & meer" in article.text_content()
        assert not article.find_class("md-consent__overlay"), name
        assert not article.xpath(".//*[@id='zq']"), name
        if OVERLAY in PAGES[name]:
            assert OVERLAY in article.text_content(), name
            assert not article.xpath(".//a[contains(@href, 'elders.example')]"), name
    index = (tmp_path / "site" / "search" / "index.js").read_text(encoding="utf-8")
    assert "Proef & meer" in index


@pytest.mark.parametrize(
    ("payload", "wanted"),
    [(lambda text: f"{text} {LINK}", is_text), (lambda _: "javascript:hacked=1", is_address)],
    ids=["link", "address"],
)
def test_an_address_that_is_code_stops_the_build_and_its_pages(
    gids, site, tmp_path, payload, wanted
):
    done = build(poisoned(gids, payload, wanted), tmp_path)

    assert done.returncode == 1
    assert "een adres dat code is: javascript:hacked=1" in done.stderr
    for path in (tmp_path / "site").rglob("*.html"):
        page = lxml.html.parse(str(path)).getroot()
        assert not [href for href in page.xpath("//@href") if href.startswith("javascript")], path


def test_a_title_cannot_give_its_heading_a_handler(gids, site, tmp_path):
    done = build(poisoned(gids, lambda text: f"{text} {ATTRIBUTE}", is_text), tmp_path)
    pages = list((tmp_path / "site").rglob("*.html"))

    assert done.returncode or pages
    for path in pages:
        assert not lxml.html.parse(str(path)).getroot().xpath("//@onclick"), path


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<script>x</script>", "script"),
        ("<script src='https://elders.example/x.js'></script>", "niet van de gids"),
        ("<script src='//elders.example/assets/gemaakt/gids.js'></script>", "niet van de gids"),
        ("<script src='eigen.js'></script>", "niet van de gids"),
        ("<script src='../over/eigen.js'></script>", "niet van de gids"),
        ("<script src='../assets/gemaakt/../../over/eigen.js'></script>", "niet van de gids"),
        ("<p OnClick='x'>", "onclick"),
        ("<p style='x'>", "style"),
        ("<style>x</style>", "style"),
        ("<iframe src=x>", "iframe"),
        ("<base href=x>", "base"),
        ("<a href='javascript:x'>", "code"),
        ("<a href=' java\nscript:x'>", "code"),
        ("<a href='&#106;avascript&colon;x'>", "code"),
        ("<form action='JAVASCRIPT:x'>", "code"),
        ("<svg><a xlink:href='javascript:x'></a></svg>", "code"),
        ("<meta http-equiv='Refresh' content='0;url=x'>", "refresh"),
        ("<meta name=Referrer content=unsafe-url>", "vandaan"),
        ("<a href=x.html referrerpolicy=unsafe-url>", "referrerpolicy"),
        ("<a href=x.html ping=https://elders.example/>", "ping"),
        ("<link rel=preconnect href=https://elders.example/>", "elders"),
        ("<link rel='canonical dns-prefetch' href=//elders.example/>", "elders"),
        ("<img src='/\\elders.example/x.png' alt=''>", "elders"),
        ("<img src='ht\ntps://elders.example/x.png' alt=''>", "elders"),
        ("<img srcset='x.png 1x' alt=''>", "srcset"),
        ("<svg><use href='https://elders.example/x.svg#y'/></svg>", "elders"),
        ("<svg><animate attributeName=href values='javascript:x'/></svg>", "animate"),
        ("<!--><img src=x onerror=x>-->", "onerror"),
        ("<title><a title='</title><img src=x onerror=x>'></a>", "onerror"),
        ("<a href='https://elders.example/'>Naar <b>www.digid.nl</b></a>", "digid.nl"),
        ("<a href='https://elders.example/' title='www.digid.nl'>Hier</a>", "digid.nl"),
        ("<a href='https://elders.example/'><img src=x.png alt='digid.nl'></a>", "digid.nl"),
        ("<area href='https://elders.example/' alt='digid.nl'>", "digid.nl"),
        ("<a href='h&#9;ttps://elders.example/'>digid.nl</a>", "digid.nl"),
        ("<svg><a xlink:href='https://elders.example/'>digid.nl</a></svg>", "digid.nl"),
        ("<a href='//elders.example/'>Hier</a>", "adres dat niet mag"),
        ("<a href='/\\elders.example/'>Hier</a>", "adres dat niet mag"),
        ("<a href='\\\\elders.example/'>Hier</a>", "adres dat niet mag"),
        ("<a href='http:elders.example/'>Hier</a>", "adres dat niet mag"),
        ("<a href='https://digid.nl@elders.example/'>Hier</a>", "adres dat niet mag"),
        ("<a href='https://elders.example\\.digid.nl/'>digid.nl</a>", "noemt"),
        ("<a href='https://xn--dgid-6ve.nl/'>Hier</a>", "adres dat niet mag"),
        ("<a href='ms-word:ofe|u|https://elders.example/x.dotm'>Hier</a>", "adres dat niet mag"),
        ("<a href='file://elders/map'>Hier</a>", "adres dat niet mag"),
        ("<a href='search-ms:query=x'>Hier</a>", "adres dat niet mag"),
        ("<p>Een&#x202e;twee</p>", "U+202E"),
        ("<p title='Een&#8203;twee'></p>", "U+200B"),
        ("<svg><rect fill='url(https://elders.example/x)'/></svg>", "fill"),
        ("<table background='https://elders.example/x.png'></table>", "elders"),
        ("<img src=x.png alt='' attributionsrc='https://elders.example/'>", "attributionsrc"),
        ("<site-search data-root='https://elders.example'></site-search>", "elders"),
        ("<select></select>", "select"),
        ("<xmp></xmp>", "xmp"),
        ("<svg><script src='assets/gemaakt/gids.js'>x</script></svg>", "script in de pagina"),
        (
            "<svg><script src='assets/gemaakt/gids.js' href='https://elders.example/'/></svg>",
            "elders",
        ),
        ("<svg><script href='assets/gemaakt/gids.js'/></svg>", "script in de pagina"),
        ("<script src='../assets/gemaakt/teller.js'></script>", "niet van de gids"),
        ("<script src='../assets/gemaakt/gids.js.txt'></script>", "niet van de gids"),
        ("<link rel=next href='https://elders.example/'>", "elders"),
        ("<a href='mailto:fg@elders.example'>fg@gemeente.example</a>", "fg@gemeente.example"),
        ("<a href='mailto:fg@gemeente.example?bcc=x@elders.example'>Schrijf</a>", "niet mag"),
        ("<a href='mailto:a@gemeente.example,b@elders.example'>Schrijf</a>", "niet mag"),
        ("<a href='tel:+319091234'>Bel 14 020</a>", "14 020"),
        ("<a href='tel:+3109068002000'>Veilig Thuis 0800 2000</a>", "0800 2000"),
        ("<a href='tel:+31906123456'>Bel 112</a>", "112"),
        ("<a href='tel:+319069'>06.12.34.56.78</a>", "06.12.34.56.78"),
        ("<a href='tel:+3190'>113</a>", "113"),
        ("<a href='tel:+31900'>overheid.nl</a>", "overheid.nl"),
        ("<a href='mailto:a@elders.example'>www.overheid.nl</a>", "overheid.nl"),
        ("<p id=a></p><p id=a></p>", "twee keer het anker a"),
        ("<meta http-equiv=content-security-policy content=\"script-src 'none'\">", "ander beleid"),
        ("<noscript><a title='</noscript><img src=x onerror=x>'></a></noscript>", "noscript"),
    ],
)
def test_the_gate_names_what_must_not_pass(html, word):
    (said,) = objections(html)

    assert word in said


def test_the_gate_lets_a_sound_page_pass(site):
    for path in site.rglob("*.html"):
        assert objections(path.read_text(encoding="utf-8")) == (), path
    for sound in (
        "<a href='page.html?x=javascript:'>javascript: is een woord</a>",
        "<a href='https://wetten.overheid.nl/'>Wet</a>",
        "<a href='https://wetten.overheid.nl/x'>De wet op overheid.nl</a>",
        "<a href='mailto:iemand@gemeente.example'>Schrijf ons</a>",
        "<a href='mailto:fg@gemeente.example'>Schrijf FG@gemeente.example</a>",
        "<a href='tel:+31201234567'>Bel (020) 123 45 67</a>",
        "<a href='tel:+318002000'>0800 2000</a>",
        "<a href='tel:+31-20-1234567'>+31 20 123 45 67</a>",
        "<svg><path marker-end='url(#pijl)'/></svg>",
        "<a href='https://voorbeeld.example/'>gids.pdf van prof.dr. Jansen</a>",
        "<link rel=canonical href='https://gids.example/index.html'>",
    ):
        assert objections(sound) == ()


@pytest.fixture
def built(site, tmp_path):
    """A copy of the site without what the build adds after the gate."""
    made_after = ["downloads", "hosting", "_headers", ".htaccess"]
    return shutil.copytree(site, tmp_path / "site", ignore=lambda *_: made_after)


def test_a_built_site_holds_no_file_of_a_stranger(gids, built, tmp_path):
    assert strangers(built) == ()
    for name in (
        "over/eigen.js",
        "over/tekening.svg",
        "assets/nog-een.js",
        "x.xhtml",
        "x.HTML",
        "foto.png",
    ):
        (built / name).write_text("x")
    (built / "search" / "search_index.json").write_text('{"docs": []}')

    with pytest.raises(UnsafePageError) as caught:
        finish(built, tmp_path / "geen", gids.omslag)

    assert str(caught.value).splitlines()[:-1] == [
        "assets/nog-een.js", "over/eigen.js", "over/tekening.svg", "x.HTML", "x.xhtml"
    ]  # fmt: skip
    assert (built / "foto.png").is_file()
    assert not (built / "over" / "eigen.js").exists()


@pytest.mark.parametrize(
    "text",
    [
        "<scr<!--uit een map-->x<!--/uit een map-->ipt>hacked=1</script>",
        "<me<!--op het web-->x<!--/op het web-->ta http-equiv=refresh content='0;url=/'>",
    ],
    ids=["on the web", "in the folder"],
)
def test_what_only_becomes_code_without_the_marks_of_the_zip_is_refused(
    text, gids, built, tmp_path
):
    page = built / "over" / "privacy.html"
    page.write_text(page.read_text().replace("</main>", f"{text}</main>"))

    with pytest.raises(UnsafePageError, match=r"over/privacy\.html"):
        finish(built, tmp_path / "geen", gids.omslag)

    assert not page.exists()
