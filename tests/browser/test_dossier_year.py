"""A year is played: two colleagues, two computers, a new guide in between. Nothing gets lost."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.browser.dossiers import LIST, PAGE, offer

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "dossiers"
NEXT_GUIDE = FIXTURES / "gids_2027.1_verzonnen.json"
SAVED = sorted(path for path in FIXTURES.glob("formaat-*.json"))


def texts(dossier):
    """Return everything that somebody typed in a dossier."""
    answers = [*dossier["punten"].values(), *dossier["eigen_punten"]]
    own = [punt["tekst"] for punt in dossier["eigen_punten"]]
    typed = [a[field] for a in answers for field in ("notitie", "reden", "trekker")]
    return [text for text in [*typed, *own] if text]


def next_year(page):
    """From here on the site is the (invented) guide of next year."""
    script = f"globalThis.gidsGegevens={NEXT_GUIDE.read_text(encoding='utf-8')};"
    page.route(
        "**/gids-data.js",
        lambda route: route.fulfill(body=script, content_type="text/javascript; charset=utf-8"),
    )


def saved(page):
    """Save a file and return it; what looks like personal data is let through."""
    with page.expect_download() as caught:
        page.get_by_role("button", name="Bewaar bestand").last.click()
        if page.get_by_role("dialog").is_visible():
            page.get_by_role("button", name="Toch bewaren").click()
    return json.loads(caught.value.path().read_text(encoding="utf-8"))


def note(page, code, status, text):
    page.get_by_label(f"Status van {code}").select_option(status)
    page.get_by_text(f"Notitie, trekker en datum bij {code}").click()
    page.get_by_label(f"Notitie bij {code}").fill(text)
    page.get_by_label(f"Notitie bij {code}").blur()


def test_two_colleagues_a_new_guide_a_merge_a_plan_and_a_look_back(new_page, address):
    # November: Anna, sociaal domein, begins and sends her file to Bram, veiligheid.
    anna = new_page()
    anna.goto(address + LIST)
    note(anna, "IK-01", "Gedaan", "Anna: opdracht getekend op 3 november.")
    note(anna, "IK-03", "Bezig", "Anna: de drie lagen bespreken.")
    anna.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    anna.get_by_label("Uw eigen punt bij stap 1.1").fill("Anna: de wijkraad weet ervan.")
    anna.get_by_role("button", name="Voeg toe bij stap 1.1").click()
    anna.goto(address + PAGE)
    first = saved(anna)

    # Bram works on with it, and Anna does too.
    bram = new_page()
    bram.goto(address + PAGE)
    offer(bram, first)
    bram.get_by_role("button", name="Open als apart dossier").click()
    bram.goto(address + LIST)
    note(bram, "IK-02", "Gedaan", "Bram: wij tweeën trekken dit.")
    note(bram, "IK-03", "Gedaan", "Bram: besproken en vastgelegd.")
    bram.goto(address + PAGE)
    from_bram = saved(bram)
    anna.goto(address + LIST)
    note(anna, "IK-04", "Niet van toepassing", "Anna: staat al in het jeugdbeleid.")
    anna.get_by_label("Waarom niet van toepassing? bij IK-04").fill("Anna: de regio doet dit.")
    anna.get_by_label("Waarom niet van toepassing? bij IK-04").blur()

    # January: there is a new guide, in which two points became one.
    next_year(anna)
    anna.goto(address + PAGE)
    anna.get_by_role("button", name="Bekijk wat er veranderd is").click()
    content = anna.locator(".md-content").inner_text()
    assert "De twee punten over woorden zijn één punt geworden." in content
    anna.get_by_role("button", name="Werk mijn dossier bij").click()

    # She merges what Bram made, with the old guide, and makes the plan.
    offer(anna, from_bram)
    anna.get_by_role("button", name="Voeg samen met").click()
    anna.get_by_role("button", name="Voeg samen", exact=True).click()
    if anna.get_by_role("button", name="Bekijk wat er veranderd is").is_visible():
        anna.get_by_role("button", name="Bekijk wat er veranderd is").click()
        anna.get_by_role("button", name="Werk mijn dossier bij").click()
    with anna.expect_download() as caught:
        anna.get_by_role("group", name="Plan").get_by_role("button", name="ODT").click()
    plan = (
        zipfile.ZipFile(io.BytesIO(caught.value.path().read_bytes())).read("content.xml").decode()
    )
    final = saved(anna)
    kept = "\n".join(texts(final))

    for text in [*texts(first), *texts(from_bram), "Anna: de regio doet dit."]:
        assert text in kept, text
        assert text in plan, text
    assert final["inhoudsversie"] == "2027.1"

    # A year later the file of the beginning lies beside it.
    offer(anna, first)
    anna.get_by_role("button", name="Vergelijk met").click()
    content = anna.locator(".md-content").inner_text()
    assert "Nieuw gedaan: 1 punt" in content
    assert "Nieuw in de gids:" in content


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
@pytest.mark.parametrize("guide", ["this year", "next year"])
def test_every_save_file_ever_opens_with_every_word_in_it(page, address, path, guide):
    if guide == "next year":
        next_year(page)
    old = json.loads(path.read_text(encoding="utf-8"))
    page.goto(address + PAGE)
    offer(page, path.read_bytes())
    page.get_by_role("button", name="Open als apart dossier").click()
    if page.get_by_role("button", name="Bekijk wat er veranderd is").is_visible():
        page.get_by_role("button", name="Bekijk wat er veranderd is").click()
        page.get_by_role("button", name="Werk mijn dossier bij").click()

    kept = "\n".join(texts(saved(page)))

    assert texts(old)
    assert [text for text in texts(old) if text not in kept] == []


AHEAD = "9999-12-31T23:59:59Z"


def ahead_of_time():
    """Return a save file of a version and with moments that cannot be, with a point of this year."""
    file = json.loads((FIXTURES / "formaat-1_inhoud-2026.1.json").read_text(encoding="utf-8"))
    file["inhoudsversie"] = "9999.999"
    file["dossier"] |= {"gemaakt": AHEAD, "gewijzigd": AHEAD, "bestand": AHEAD}
    for answer in file["punten"].values():
        answer["gewijzigd"] = AHEAD
    return file


def merge(page, file):
    offer(page, file)
    assert "nieuwere versie van de gids: 9999.999." in page.locator(".md-content").inner_text()
    page.get_by_role("button", name="Voeg samen met").click()
    page.get_by_role("button", name="Voeg samen", exact=True).click()


def open_beside(page, file):
    offer(page, file)
    page.get_by_role("button", name="Open als apart dossier").click()


def keep_as_it_is(page, file):
    """Put the file where an earlier version of the site would have kept it."""
    page.evaluate(
        """file => {
            const key = Object.keys(localStorage).find((key) => key.includes(":dossiers:"));
            file.dossier.id = key.split(":").at(-1);
            localStorage.setItem(key, JSON.stringify(file));
        }""",
        file,
    )


@pytest.mark.parametrize("arrive", [merge, open_beside, keep_as_it_is])
def test_a_file_from_ahead_of_time_stops_no_update_and_no_reminder(page, address, arrive):
    page.clock.set_fixed_time("2026-11-25T09:00:00Z")
    page.goto(address + LIST)
    page.get_by_role("checkbox").first.check()
    page.goto(address + PAGE)
    file = ahead_of_time()
    arrive(page, file)
    page.goto(address + PAGE)

    # More than a year later the site has another guide.
    page.clock.set_fixed_time("2027-12-01T09:00:00Z")
    next_year(page)
    page.reload()
    assert "al een jaar niets veranderd" in page.locator(".md-content").inner_text()
    page.get_by_role("button", name="Bekijk wat er veranderd is").click()
    page.get_by_role("button", name="Werk mijn dossier bij").click()
    final = saved(page)

    assert final["inhoudsversie"] == "2027.1"
    assert "pa-dpia" not in final["punten"]
    assert final["punten"]["pa-dpia-advies"]["notitie"]
    assert AHEAD not in json.dumps(final)
    kept = "\n".join(texts(final))
    assert [text for text in texts(file) if text not in kept] == []
