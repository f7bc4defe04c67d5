"""What a reader can bring a page to: every state has a name, and the tests loop over them.

A state is a function of a page and the address of the site. Add one and every engine, in every
look, sees it.
"""

from tests.browser.dossiers import LIST as FILLED
from tests.browser.dossiers import PAGE, answered, offer, save_file

STATES = {}
PHASE = "fasen/plan-van-aanpak.html"
LIST = "checklists/uitvoering.html"


def state(function):
    """Add a state under the name of its function."""
    STATES[function.__name__] = function
    return function


@state
def search_with_results(page, address):
    page.goto(address + PHASE)
    page.get_by_label("Zoeken").press_sequentially("ouders")
    page.locator(".zoek__lijst a").first.wait_for()


@state
def search_without_results(page, address):
    page.goto(address)
    page.get_by_label("Zoeken").press_sequentially("xyzzyquux")
    page.get_by_text("Niets gevonden").last.wait_for()


@state
def search_that_fails(page, address):
    page.route("**/search/index.js", lambda route: route.fulfill(status=200, body=""))
    page.goto(address)
    page.get_by_label("Zoeken").press_sequentially("ouders")
    page.get_by_text("Niets gevonden").last.wait_for()


@state
def an_explanation_open(page, address):
    page.goto(address + PHASE)
    page.locator("button.begrip").first.click()


@state
def the_skip_link_in_sight(page, address):
    page.goto(address + PHASE)
    page.keyboard.press("Tab")


@state
def a_point_ticked(page, address):
    page.goto(address + LIST)
    page.get_by_role("checkbox").first.check()


@state
def a_point_linked_to(page, address):
    page.goto(address + LIST)
    page.goto(page.url + "#" + page.locator(".punt > input").nth(3).get_attribute("id"))


UNBROKEN = "vergaderverslag_wijkoverleg_jeugd_en_veiligheid_2026-11-20.odt"
"""Words of a reader that no browser breaks by itself, as in the name of a file."""
NAAM = f"Wijk Noord {UNBROKEN}"
FULL = {
    "ik-startopdracht": answered(
        notitie=f"Zie {UNBROKEN}.",
        trekker=UNBROKEN,
        tekst=f"Vroeger anders. {UNBROKEN}",
        vingerafdruk="00000000",
    ),
    "ik-vast-duo": answered("nvt", reden=f"Volgens {UNBROKEN}.", trekker="Wethouder"),
    "ik-drie-lagen": answered("bezig", datum="2027-03-01", notitie="Met leerling Daan de Vries."),
    "ik-woorden-zonder-etiket": answered("nvt"),
    "bestaat-niet-meer": answered(notitie=UNBROKEN, trekker=UNBROKEN, tekst=UNBROKEN),
}
OWN = [answered(id="eigen-1", stap="gedeelde-opdracht", tekst=UNBROKEN)]
OTHER_OWN = [
    answered(id="eigen-1", stap="gedeelde-opdracht", tekst=f"Ander {UNBROKEN}"),
    answered(id="eigen-2", stap="gedeelde-opdracht", tekst=UNBROKEN),
]
OTHER = {"ik-drie-lagen": answered(notitie=UNBROKEN, trekker=UNBROKEN), "pa-een": answered()}


def full(page, address):
    """Open a dossier in which everything happens that can happen to a point."""
    page.goto(address + PAGE)
    offer(page, save_file(FULL, NAAM, UNBROKEN, OWN, inhoudsversie="2025.1"))
    page.get_by_role("button", name="Open als apart dossier").click()


@state
def a_filled_checklist_with_everything_open(page, address):
    full(page, address)
    page.goto(address + FILLED + "?rol=veiligheid")
    for summary in page.locator(".werkbalk summary, .punt summary").all()[:9]:
        summary.click()
    page.get_by_label("Notitie bij IK-01").fill("Naam van het kind: Daan")
    page.get_by_label("Notitie bij IK-01").blur()
    page.get_by_label("Status van eigen punt").select_option("bezig")
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()


@state
def mistakes_on_a_checklist(page, address):
    page.goto(address + FILLED)
    page.get_by_text("Codes van papier").click()
    page.get_by_label("Codes die op papier zijn aangevinkt").fill(UNBROKEN)
    page.get_by_role("button", name="Vink deze punten aan").click()
    page.get_by_text("Notitie, trekker en datum bij IK-01").click()
    page.get_by_label("Klaar op bij IK-01").press("1")
    page.get_by_label("Klaar op bij IK-01").blur()
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    page.get_by_role("button", name="Voeg toe bij stap 1.1").click()
    page.locator("[aria-invalid=true]").nth(2).wait_for()


@state
def a_lens_without_any_result(page, address):
    page.goto(address + FILLED + "?status=gedaan")
    page.get_by_role("button", name="Toon alles").wait_for()


@state
def a_filled_dossier(page, address):
    full(page, address)
    page.get_by_role("button", name="Nieuw dossier").click()
    page.get_by_label("Kies een dossier").select_option(NAAM)
    page.get_by_text("Per stap in fase 1").click()


def screen_alone(page):
    """Wait until a screen stands alone: what it replaces goes a moment later."""
    page.locator("mijn-dossier > div[hidden]").wait_for(state="attached")


@state
def a_file_offered(page, address):
    full(page, address)
    offer(page, save_file(OTHER, NAAM, UNBROKEN, OTHER_OWN))
    screen_alone(page)


@state
def a_merge_to_decide(page, address):
    a_file_offered(page, address)
    page.get_by_role("button", name="Voeg samen met").click()
    screen_alone(page)


@state
def a_comparison(page, address):
    a_file_offered(page, address)
    page.get_by_role("button", name="Vergelijk met").click()
    screen_alone(page)


@state
def a_guide_that_changed(page, address):
    full(page, address)
    page.get_by_role("button", name="Bekijk wat er veranderd is").click()
    screen_alone(page)


@state
def the_question_before_saving(page, address):
    full(page, address)
    page.get_by_role("button", name="Bewaar bestand").last.click()


@state
def the_question_before_wiping(page, address):
    full(page, address)
    page.get_by_role("button", name="Wis alles op dit apparaat").click()


@state
def everything_wiped(page, address):
    the_question_before_wiping(page, address)
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist op dit apparaat.").wait_for()


def document(page, address, name):
    """Show one of the documents of a full dossier."""
    full(page, address)
    page.get_by_role("group", name=name).get_by_role("button", name="Bekijk").click()
    page.get_by_role("button", name="Toch maken").click()
    page.locator("article.stuk").wait_for()
    screen_alone(page)


@state
def a_plan_on_screen(page, address):
    document(page, address, "Plan")


@state
def an_agenda_on_screen(page, address):
    document(page, address, "Agenda")


@state
def nothing_that_can_be_read(page, address):
    """What was kept here cannot be read, and the file that a reader opens instead neither."""
    full(page, address)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.includes(':dossiers:'));
          localStorage.setItem(key, 'geen dossier');
        }"""
    )
    page.reload()
    offer(page, "geen dossier")
    page.get_by_role("status").filter(has_text="Er is niets veranderd.").wait_for()


@state
def the_question_before_throwing_away(page, address):
    nothing_that_can_be_read(page, address)
    page.get_by_role("button", name="Gooi het weg").click()


@state
def a_device_that_keeps_nothing(page, address):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(address + FILLED)
    page.get_by_role("checkbox").first.check()
