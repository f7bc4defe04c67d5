"""The dossier has no finding of axe in any of its states, and it obeys the strictest policy."""

import json

import pytest

from tests.browser.dossiers import LIST, PAGE, answered, offer, save_file
from tests.browser.test_accessibility import AXE, findings

SIZES = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[1]}-{size[0]}")
def reader(request, new_page):
    """A page in one of the looks, with axe in it."""
    width, scheme = request.param
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.add_init_script(AXE)
    return page


def clean(page):
    """Fail when axe finds something or the page is wider than the screen."""
    # At the end of the page the saved line lies in its own place and covers nothing.
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    assert findings(page) == []
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


FULL = {
    "ik-startopdracht": answered(
        notitie="Een notitie.", tekst="Vroeger anders.", vingerafdruk="00000000"
    ),
    "ik-vast-duo": answered("nvt", reden="Geregeld door de regio.", trekker="Wethouder"),
    "ik-drie-lagen": answered("bezig", datum="2027-03-01", notitie="Met leerling Daan de Vries."),
    "ik-woorden-zonder-etiket": answered("nvt"),
    "bestaat-niet-meer": answered(notitie="Blijft.", tekst="Een oud punt."),
}
OWN = [
    answered(id="eigen-1", stap="gedeelde-opdracht", tekst="Ons eigen punt, met een lang woord.")
]


def full(page, address):
    page.goto(address + PAGE)
    offer(page, save_file(FULL, eigen=OWN, inhoudsversie="2025.1"))
    page.get_by_role("button", name="Open als apart dossier").click()


def test_a_filled_checklist_with_everything_open(reader, address):
    full(reader, address)
    reader.goto(address + LIST + "?rol=veiligheid")
    for summary in reader.locator(".werkbalk summary, .punt summary").all()[:9]:
        summary.click()
    reader.get_by_label("Notitie bij IK-01").fill("Naam van het kind: Daan")
    reader.get_by_label("Notitie bij IK-01").blur()
    reader.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()

    clean(reader)


def test_the_filled_dossier_page(reader, address):
    full(reader, address)
    reader.get_by_role("button", name="Nieuw dossier").click()
    reader.get_by_label("Kies een dossier").select_option("Wijk Noord")
    reader.get_by_text("Per stap in fase 1").click()

    clean(reader)


def test_the_file_merge_compare_and_update_screens(reader, address):
    full(reader, address)
    other = save_file({"ik-drie-lagen": answered(notitie="Anders."), "pa-een": answered()})
    offer(reader, other)
    clean(reader)
    reader.get_by_role("button", name="Voeg samen met").click()
    clean(reader)
    reader.get_by_role("button", name="Annuleer").click()
    offer(reader, other)
    reader.get_by_role("button", name="Vergelijk met").click()
    clean(reader)
    reader.get_by_role("button", name="Terug naar mijn dossier").click()
    reader.get_by_role("button", name="Bekijk wat er veranderd is").click()
    clean(reader)


def test_the_dialogs_and_a_document_on_screen(reader, address):
    full(reader, address)
    reader.get_by_role("button", name="Bewaar bestand").last.click()
    clean(reader)
    reader.get_by_role("button", name="Eerst nakijken").click()
    reader.get_by_role("button", name="Wis alles op dit apparaat").click()
    clean(reader)
    reader.get_by_role("button", name="Niet wissen").click()
    reader.get_by_role("group", name="Plan").get_by_role("button", name="Bekijk").click()
    reader.get_by_role("button", name="Toch maken").click()
    reader.locator("article.stuk").wait_for()
    clean(reader)


def test_an_error_and_a_failed_storage(reader, address):
    reader.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError') } })"
    )
    reader.goto(address + PAGE)
    offer(reader, "geen dossier")
    reader.get_by_role("alert").filter(has_text="Er is niets veranderd.").wait_for()
    clean(reader)
    reader.goto(address + LIST)
    reader.get_by_role("checkbox").first.check()
    clean(reader)


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'none'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types gids 'allow-duplicates'"
)


def test_everything_works_under_the_strictest_policy(page, address):
    def strict(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"content-security-policy": POLICY})

    page.route("**/*.html*", strict)
    page.add_init_script(
        "window.violations = []; addEventListener('securitypolicyviolation',"
        " (e) => violations.push(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    page.get_by_label("Zoeken").type("ouders")
    page.locator(".zoek__lijst a").first.wait_for()
    assert page.evaluate("violations") == []
    page.goto(address + PAGE)
    offer(page, json.dumps(save_file(FULL)))
    page.get_by_role("button", name="Voeg samen met").click()
    page.get_by_role("button", name="Annuleer").click()
    with page.expect_download():
        page.get_by_role("group", name="Plan").get_by_role("button", name="ODT").click()

    assert page.evaluate("violations") == []


def test_focus_goes_along_with_every_screen(page, address):
    full(page, address)
    page.get_by_role("button", name="Bekijk wat er veranderd is").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "De gids is veranderd"

    page.get_by_role("button", name="Werk mijn dossier bij").focus()
    page.keyboard.press("Enter")

    assert "bijgewerkt" in page.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_that_has_focus_is_under_the_saved_line(new_page, address, width):
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    for _ in range(60):
        page.keyboard.press("Tab")
        under = page.evaluate(
            """() => {
              const bar = document.querySelector('.stand').getBoundingClientRect();
              const e = document.activeElement;
              if (e.closest('.stand')) return '';
              const box = e.getBoundingClientRect();
              return box.top >= bar.top && box.left < bar.right && box.top < innerHeight
                ? e.outerHTML.slice(0, 120) : '';
            }"""
        )
        assert under == ""
