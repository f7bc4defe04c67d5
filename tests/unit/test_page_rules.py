"""A page may call the guide; nothing else between braces runs, and nothing in it hides."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from macros import on_pre_page_macros
from macros.load import load
from macros.markup import EXTENSIONS
from macros.page_rules import check_pages
from macros.problems import InvalidSourceError, Position, Problem

ROOT = Path(__file__).resolve().parent.parent.parent


HEAD = "---\ntitle: Test\ndescription: Een proef.\n---\n"


GIDS = load(ROOT / "checklists")


def problems_of(text, folder, name="pagina.md"):
    page = folder / "docs" / "over" / name
    page.parent.mkdir(parents=True)
    page.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem) for problem in check_pages(folder / "docs", GIDS)]


def test_our_own_pages_only_call_the_guide():
    assert list(check_pages(ROOT / "docs", GIDS)) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ config }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        '{{ fase("uitvoering").__globals__ }}',
        '{{ fase("uitvoering") ~ config }}',
        "{{fasen()}}",
        '{{ fase("{{ config }}") }}',
        "{% for x in [] %}{% endfor %}",
        "{# weg #}",
        "{{ fase(",
    ],
)
def test_code_that_is_no_call_is_refused_with_its_place(text, tmp_path):
    first, *_ = problems_of(f"{HEAD}Tekst {text}\n", tmp_path)

    assert first.startswith("docs/over/pagina.md:5:7: ‘{")
    assert "schrijf een aanroep" in first


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('{{ fase("nope") }}', "De fase ‘nope’ bestaat niet. Kies uit: "),
        ('{{ checklist("uitvoerin") }}', "Bedoelt u ‘uitvoering’?"),
        ("{{ fase() }}", 'Zeg welke fase u bedoelt, zoals {{ fase("uitvoering") }}.'),
        ('{{ home("x") }}', "Schrijf {{ home() }}."),
    ],
)
def test_a_call_that_would_fail_is_refused_before_it_runs(call, said, tmp_path):
    (told,) = problems_of(f"{HEAD}{call}\n", tmp_path)

    assert told.startswith("docs/over/pagina.md:5:1: ")
    assert said in told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("raw.html", "Dit soort bestand kan hier niet staan."),
        ("naslag/teken.svg", "Dit soort bestand kan hier niet staan."),
        ("assets/stylesheets/main.abc.min.css", "Dit soort bestand kan hier niet staan."),
        ("assets/eigen.js", "Dit soort bestand kan hier niet staan."),
        ("naslag/x.html/0.png", "De naam van een afbeelding en van haar map"),
        ("naslag/Foto 1.png", "De naam van een afbeelding en van haar map"),
        ("downloads/x.png", "De bouw vult deze map zelf."),
    ],
)
def test_what_is_no_page_and_no_picture_is_refused(name, said, tmp_path):
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.touch()

    (told,) = map(str, check_pages(tmp_path / "docs"))

    assert told.startswith(f"docs/{name}:1:1: {said}")


def test_a_picture_may_stand_beside_a_page_and_a_computer_may_leave_its_own_notes(tmp_path):
    for name in ("naslag/kaart-1.png", ".DS_Store", "robots.txt", "assets/gids.css"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert list(check_pages(tmp_path / "docs")) == []


def test_code_in_the_title_of_a_page_is_refused_too(tmp_path):
    head = '---\ntitle: "{{ config }}"\ndescription: Een proef.\n---\n'
    (said,) = problems_of(head, tmp_path)

    assert said.startswith("docs/over/pagina.md:2:9: ")


def test_a_call_of_nothing_gets_the_nearest_name(tmp_path):
    (said,) = problems_of(HEAD + '{{ fassen("uitvoering") }}\n', tmp_path)

    assert said == (
        "docs/over/pagina.md:5:1: Het onderdeel ‘fassen’ bestaat niet. Bedoelt u ‘fasen’?"
    )


def test_a_sign_that_nobody_sees_is_refused_with_its_place(tmp_path):
    (said,) = problems_of(f"{HEAD}Eerst dit.\nDan\u200b dat.\n", tmp_path)

    assert said.startswith(
        "docs/over/pagina.md:6:4: Hier staat een teken dat niemand ziet: U+200B."
    )


def test_mistakes_in_pages_and_in_content_are_told_at_once(tmp_path):
    with pytest.raises(InvalidSourceError) as caught:
        load(tmp_path, lambda _: [Problem(Position("docs/index.md", 3), "Haal dit weg.")])

    told = str(caught.value)
    assert "docs/index.md:3:1: Haal dit weg." in told
    assert "bronnen.yml" in told


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "1:1: Deze pagina begint niet met een regel ‘---’"),
        ("Title: Test\n\n", "1:1: Deze pagina begint niet met een regel ‘---’"),
        ('---\ntitle: "\\x7b\\x7b config"\ndescription: x\n---\n', "2:9: Een \\ kan hier niet"),
        ("---\ntitle: Test\n---\n", "2:1: De sleutel ‘description’ ontbreekt of is leeg."),
        ("---\ntitle: ''\ndescription: x\n...\n", "2:1: Bij ‘title’ kan dit niet staan."),
        ("---\ntitle: [x]\ndescription: x\n---\n", "2:1: Bij ‘title’ kan dit niet staan."),
        (HEAD.replace("Test", "5"), "2:1: Bij ‘title’ kan dit niet staan."),
        (HEAD.replace("Test", "2026-99-99"), "2:1: Hier staat iets wat op een datum"),
        (HEAD.replace("Test", "no"), "2:1: Bij ‘title’ kan dit niet staan."),
        (HEAD.replace("Test", "!!binary Test"), "2:8: Een woord met ! ervoor kan hier niet."),
        (HEAD.replace("Test", "!!python/object:os.x y"), "2:8: Een woord met ! ervoor"),
        (HEAD.replace("Test", "'x</title><form class=kop>'"), "2:1: Bij ‘title’ kan dit"),
        (HEAD.replace("Een proef.", 'x"><form class="md-overlay">'), "3:1: Bij ‘description’"),
        (HEAD.replace("Een proef.", "Een proef.\nhide: 2026-13-45"), "2:1: Hier staat iets"),
        (HEAD.replace("Een proef.", "Een proef.\nhide: ="), "2:1: Hier staat iets"),
        (HEAD.replace("Een proef.", "Een proef.\nhide: [alles]"), "4:1: Bij ‘hide’"),
        (HEAD.replace("Een proef.", "Een proef.\nscripts: [home, x]"), "4:1: Bij ‘scripts’"),
        (HEAD.replace("Een proef.", "Een proef.\nrender_macros: false"), "4:1: De sleutel"),
        (HEAD.replace("title", "template", 1), "2:1: De sleutel ‘template’ bestaat hier niet."),
        (HEAD.replace("Test", "&a Test\nhide: *a"), "2:8: "),
        ("---\n- Test\n---\n", "2:1: Hier horen regels te staan zoals ‘title: …’."),
    ],
)
def test_the_head_of_a_page_says_its_title_in_plain_words_and_no_more(head, said, tmp_path):
    told = problems_of(f"{head}# Kop\n", tmp_path)

    assert any(one.startswith(f"docs/over/pagina.md:{said}") for one in told), told


HTML = "Hier staat HTML: ‘"
OVERLAY = "[Log in](https://elders.example/){ .md-consent__overlay }"
START = "<ol start='<meta name=\"generator\"'><li>x</li></ol>"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("Een.\n\n<svg><script>x</script></svg>", 7, HTML),
        ("Een <b onclick='x'>woord</b>", 5, HTML),
        ("<a href='x' aria-label='y'>z</a>", 5, HTML),
        ("<input value='https://gemeente.example'>", 5, HTML),
        ("Een.\n\n</div></article>", 7, HTML),
        ("Een <!-- weg --><!--op het web--> twee", 5, HTML),
        ("<?php x ?>", 5, HTML),
        (START, 5, HTML),
        ("Een.\n\n" + OVERLAY, 7, "Bij <a> kan class=‘md-consent__overlay’"),
        ("# Kop { style=color:red }", 5, "Bij <h1> kan style="),
        ("# Kop { #KopStuk }", 5, "Bij <h1> kan id=‘KopStuk’"),
        ("Tekst\n{: .alleen-hoorbaar .md-nav }", 5, "Bij <p> kan class="),
        ("[x](y.md){ target=_blank rel=opener }", 5, "Bij <a> kan target="),
        ('[x](y.md "titel")', 5, "Bij <a> kan title="),
        ("1. een\n{: start=9x }", 6, "kan start="),
        ("![a>b](x.png)", 5, "Bij <img> kan alt="),
        ("[x](//elders.example)", 5, "Hier staat een link naar een adres dat niet mag"),
        ("[x](javascript:x)", 5, "Hier staat een adres dat code is"),
        ("![x](https://elders.example/x.png)", 5, "Hier staat een <img> van elders"),
        ("[www.een.example](https://twee.example)", 5, "een link die ‘www.een.example’ noemt"),
        ("Eerst.\n\nDan &#8203; dit.", 7, "Hier staat HTML: ‘&#8203;’"),
        ("# Een\n\n# Inhoud", 7, "Het anker ‘inhoud’ is op deze pagina al in gebruik"),
        ("# Een { #x }\n\n## Twee { #x }", 5, "Het anker ‘x’ is op deze pagina al in gebruik"),
        ("Eén.\n\n<div class=x\n\n{{ labels() }}", 7, HTML),
        ("<p class='x' y='\n\n{{ labels() }}", 5, HTML),
        ("`a` en <b `c`", 5, HTML),
        ("```\ncode\n```\n<div class=x\n\n{{ labels() }}", 8, HTML),
        ('~~~hl_lines="\n\n' * 600, 5, "Een stuk code begint met een regel ```"),
        ("Eén.\n\n```\n<svg>", 7, "Dit stuk code heeft geen einde"),
        ("```yaml\na\n```yaml\n<b>\n```", 7, "Een stuk code begint met een regel ```"),
        ("a|" * 40 + "\n" + "-|" * 40 + "\n|a" * 90, 5, "meer dan 3.000 cellen"),
        ("Tabel: T\n\n| a | b |\n|:--|--:|\n| c | d |", 8, "Kolommen kunt u hier niet uitlijnen"),
        ("{{ labels() }}\n\n{{ labels() }}", 7, "Dit onderdeel staat ook al op regel 5."),
        ("[x][y]\n\n[y]: https://elders.example/", 7, "Schrijf [tekst](adres)"),
        ("Zie {{ fasen() }}", 5, "op een eigen regel"),
        ("- {{ fasen() }}", 5, "op een eigen regel"),
        ("`{{ fasen() }} <svg>`", 5, "op een eigen regel"),
        ("```\n\n{{ fasen() }}\n\n<svg>\n```", 7, "op een eigen regel"),
        ("[{{ fasen() }}](x.md)", 5, "op een eigen regel"),
        ("AanroepVanDeGids\n\n[a]({{ fasen() }})", 5, "op een eigen regel"),
        ("AanroepVanDeGids", 5, "op een eigen regel"),
        ("{{ fasen() }}\n{: .md-nav }", 5, "op een eigen regel"),
        ("{{ fasen() }}\n{{ fasen() }}", 5, "op een eigen regel"),
        ("x" * 2_001, 5, "langer dan 2.000 tekens"),
        ("Een.\n\nTwee\n" + "\n".join(["[" * 50] * 3), 7, "meer dan 100 tekens ‘[’"),
        ("a\n" + ":   b\n" * 300, 5, "langer dan 200 regels"),
        ("woord\n\n" * 10_000, 5, "langer dan 50.000 tekens"),
        ("* " * 995 + "a", 5, "te veel in elkaar genest"),
    ],
)
def test_a_page_is_words_and_what_words_need(text, place, said, tmp_path):
    told = problems_of(f"{HEAD}{text}\n", tmp_path)

    assert any(one.startswith(f"docs/over/pagina.md:{place}:") and said in one for one in told), (
        told
    )


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<svg onload=x></svg>\n```\n\nEen `<script>` en `<!-- x -->`.",
        "1 < 2, en AT&T bij R&D.",
        "``een ` in code`` en `a < b`.",
        "```python3\nx = 1 < 2\n```",
        "[zoek](https://een.example/?a=1&b=2)",
    ],
)
def test_a_page_may_hold_signs_that_html_has_too(text, tmp_path):
    assert problems_of(f"{HEAD}{text}\n\n{{{{ fasen() }}}}\n", tmp_path) == []


def test_a_page_is_read_as_mkdocs_reads_it():
    """Another extension would make of a page what the check does not see."""
    config = load_config(str(ROOT / "mkdocs.yml"))

    assert tuple(config.markdown_extensions) == EXTENSIONS


@pytest.mark.parametrize(
    "name", ["pagina.markdown", "pagina.mkd", "Pagina.md", "pagina.MD", "{{ config }}.md"]
)
def test_a_page_that_mkdocs_would_read_and_we_would_not_is_refused(name, tmp_path):
    (said,) = problems_of(HEAD, tmp_path, name)

    assert said.startswith(f"docs/over/{name}:1:1: De naam van een pagina en van haar map")


@pytest.mark.parametrize("target", ["/etc/hostname", "/etc"])
def test_a_way_out_of_the_folder_is_refused(target, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "foto.png").symlink_to(target)

    (said,) = map(str, check_pages(tmp_path / "docs"))

    assert said.startswith("docs/foto.png:1:1: Dit is een verwijzing naar een andere plek")


def test_a_page_that_is_no_utf_8_gets_its_place(tmp_path):
    (said,) = problems_of(f"{HEAD}Caf".encode() + b"\xe9\n", tmp_path)

    assert said.startswith("docs/over/pagina.md:5:4: Hier staat een teken dat geen UTF-8 is.")


@pytest.mark.parametrize(("markdown", "title"), [("Tekst", "{{ config }}"), ("{% x %}", "Test")])
def test_what_mkdocs_made_of_a_page_is_checked_again_before_it_would_run(markdown, title):
    page = SimpleNamespace(title=title, file=SimpleNamespace(src_uri="over/pagina.md"))

    with pytest.raises(PluginError, match=r"over/pagina\.md:1:1: ‘\{.’ is hier geen aanroep"):
        on_pre_page_macros(SimpleNamespace(markdown=markdown, page=page))
