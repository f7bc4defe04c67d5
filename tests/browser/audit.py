"""Two engines that look for barriers: axe-core and, independent of it, IBM Equal Access."""

import functools
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import axe_playwright_python

from macros.locked import run_locked

HERE = Path(__file__).parent
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """() => axe.run(document, {
    resultTypes: ['violations'],
    runOnly: { type: 'rule', values: axe.getRules().map((rule) => rule.ruleId) },
})"""
RUN_ACE = """async () => {
    const report = await new ace.Checker().check(document, ['IBM_Accessibility']);
    return report.results.filter((result) => result.value[1] !== 'PASS')
        .map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
}"""
RULES_AXE = "() => [axe.version, axe.getRules().length]"
RULES_ACE = """() => new Set(new ace.Checker().rulesets
    .filter(({ id }) => id === 'IBM_Accessibility') // holds every rule of its WCAG_2_2 too
    .flatMap(({ checkpoints }) => checkpoints.flatMap(({ rules }) => rules ?? []))
    .map(({ id }) => id)).size"""
ANSWERED = {
    "element_attribute_deprecated": "De melding klopt niet: `http-equiv` en `start` staan in de HTML-standaard. Met het eerste draagt elke pagina het beveiligingsbeleid, met het tweede tellen de tips op het tweede blad van de factsheet door.",
    "list_structure_proper": "De melding klopt niet: de HTML-standaard staat een `div` toe om een begrip met zijn uitleg.",
    "download_keyboard_controllable": "Getest: een download start met Enter, en u blijft waar u was.",
    "style_highcontrast_visible": "Getest met opgelegde kleuren, ook met axe-core.",
    "style_color_misuse": "Nagekeken: een fase heeft ook een nummer, een link een streep, een stand een woord.",
    "style_viewport_resizable": "Getest: 200% en 400% zoom, en letters die twee keer zo groot zijn.",
    "element_tabbable_visible": "Getest: de link ‘Naar de inhoud’ komt in beeld zodra hij de focus krijgt.",
    "element_tabbable_unobscured": "Getest: wat de focus heeft, ligt nergens onder.",
    "style_focus_visible": "Getest: alles wat de focus krijgt, heeft een rand van ten minste 2 pixels.",
    "form_submit_button_exists": "Zoeken antwoordt terwijl u typt, en ook op Enter. Een knop zou niets toevoegen.",
    "text_block_heading": "Nagekeken: deze regels zijn geen koppen. Ze horen bij één lijst of staan onder een kop.",
    "heading_markup_misuse": "Nagekeken: op de agenda is elk punt een kop met zijn hele tekst, want eronder staat wat u erover besluit.",
    "input_fields_grouped": "Nagekeken: de velden staan onder de kop van hun punt of dossier, elk met een eigen naam.",
    "input_label_visible": "Nagekeken: de naam staat boven het veld. Alleen de code van het punt is er onzichtbaar bij gezet.",
    "text_sensory_misuse": "Nagekeken: ‘extra’ staat in een definitie. ‘Above’, ‘below’ en ‘right’ staan in een licentie, en gaan over de volgorde van de tekst of over rechten. Ze wijzen niets aan op het scherm.",
    "text_quoted_correctly": "Nagekeken: een licentie zet haar begrippen tussen aanhalingstekens. Dat zijn geen citaten.",
}
"""What the second engine still says, and our answer; the site publishes it. No rule is off."""


def findings(page):
    """Return what axe objects to; every rule is on: best practices, AAA and experimental too."""
    return _axe(page.evaluate(RUN_AXE))


def second_findings(page):
    """Return what the second engine objects to or asks, also what is answered."""
    return _ace(page.evaluate(RUN_ACE))


def survey(open_page, address, visits, looks):
    """Return what is found at each visit and in each of the looks, where anything is.

    A visit has a name, and a function that brings a page there; a look is an engine (`findings` or
    `second_findings`), a width and a scheme. A page that is wider than the window is a find too.
    """
    found = {}
    for name, bring in visits.items():
        page = open_page()
        bring(page, address)
        for engine, width, scheme in looks:
            page.set_viewport_size({"width": width, "height": 900})
            paint(page, scheme)
            # At the end of a page the saved line lies in its own place and covers nothing.
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            problems = engine(page)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                problems.append(("wider-than-the-window", name, 1))
            if problems:
                found[f"{name}, {width}, {scheme}"] = problems
        page.context.close()
    return found


def paint(page, scheme):
    """Show a page in light, dark, or one of the two palettes that Windows imposes (`forced …`)."""
    forced, _, palette = scheme.rpartition(" ")
    page.emulate_media(color_scheme=palette, forced_colors="active" if forced else "none")


def _axe(result):
    return [(v["id"], v["nodes"][0]["html"][:160], len(v["nodes"])) for v in result["violations"]]


def _ace(result):
    return sorted({(r["ruleId"], r["value"][1], r["message"], r["snippet"][:160]) for r in result})


@functools.cache
def ace():
    """Return the second engine as a script; Deno fetches it and holds it to its hash."""
    address = run_locked(
        HERE / "ace.ts",
        HERE / "deno.lock",
        failure="Het tweede programma dat naar toegankelijkheid kijkt, kon niet starten.",
    )
    path = Path(url2pathname(urlsplit(address.strip()).path))
    return path.read_text(encoding="utf-8") + "\nglobalThis.ace = ace;"
