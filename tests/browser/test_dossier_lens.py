"""Looking through a lens, printing what one wants, and codes that come back from paper."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import expect

LIST = "checklists/in-kaart-brengen.html"


def codes(page):
    """Return the codes of the points that are on the screen."""
    return page.locator(".punt > label .code").filter(visible=True).all_inner_texts()


def paper(page):
    """Return what the printer would get, as one text."""
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in pdf.pages), len(pdf.pages)


def printed(page, choice):
    """Return what comes out after a press on one of the print buttons."""
    page.evaluate("() => { window.print = () => { window.wasPrinted = true } }")
    page.locator("summary", has_text="Afdrukken").click()
    page.get_by_role("button", name=f"{choice} afdrukken", exact=True).click()
    assert page.evaluate("window.wasPrinted")
    result = paper(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return result


def test_a_lens_shows_what_is_for_a_role_and_says_what_it_hides(page, address, gids):
    page.goto(address + LIST)
    everything = codes(page)
    page.get_by_label("Voor wie").select_option("Veiligheid")

    seen = codes(page)

    shared = [p.code for p in gids.fase("in-kaart-brengen").punten() if gids.is_gezamenlijk(p)]
    assert set(shared) <= set(seen) < set(everything)
    hidden = len(everything) - len(seen)
    assert page.get_by_text(f"Er zijn {hidden} punten verborgen.").filter(visible=True).count() == 1


def test_no_two_choices_read_the_same(page, address):
    page.goto(address + LIST)
    for field in page.locator("checklist-balk select").all():
        names = field.locator("option").all_text_contents()
        assert len(set(names)) == len(names), names


def test_lifting_a_lens_says_that_every_point_is_back(page, address, gids):
    all_back = f"U ziet weer alle {len([*gids.fasen[0].punten()])} punten."
    page.goto(address + LIST)
    status = page.locator(".lens__stand").get_by_role("status")
    assert status.text_content() == ""
    page.get_by_label("Voor wie").select_option("Veiligheid")

    page.get_by_role("button", name="Toon alles").click()

    assert status.inner_text() == all_back
    page.get_by_label("Niveau").select_option("Alleen basis")
    assert "U ziet alleen" in status.inner_text()
    page.get_by_label("Niveau").select_option("Elk niveau")
    assert status.inner_text() == all_back


def test_lifting_the_lens_of_the_documents_says_so(page, address):
    page.goto(address + "dossier/index.html")
    form = page.get_by_role("form", name="Wat in de documenten komt")
    form.get_by_label("Niveau").select_option("Alleen basis")
    page.get_by_role("status").filter(has_text="U ziet alleen").wait_for()

    form.get_by_label("Niveau").select_option("Elk niveau")

    page.get_by_role("status").filter(has_text="Alle punten komen weer in het document.").wait_for()


def test_the_lenses_of_all_domains_together_show_every_point(page, address, gids):
    page.goto(address + LIST)
    everything = set(codes(page))
    seen = set()
    for domein in gids.omslag.domeinen:
        option = page.get_by_label("Voor wie").locator(f"option[value='{domein.id}']")
        if option.count():
            page.get_by_label("Voor wie").select_option(domein.id)
            seen |= set(codes(page))

    assert seen == everything


def test_the_lens_is_in_the_address_and_goes_along_to_the_next_list(page, address):
    page.goto(address + LIST)
    page.get_by_label("Voor wie").select_option("Veiligheid")
    page.get_by_label("Niveau").select_option("Alleen basis")
    seen = codes(page)
    assert page.url.endswith("?rol=veiligheid&niveau=basis")

    page.reload()
    assert codes(page) == seen
    page.get_by_role("link", name="Volgende checklist").click()

    expect(page).to_have_url(re.compile("rol=veiligheid"))
    expect(page.get_by_label("Voor wie")).to_have_value("veiligheid")


def test_a_point_stays_while_it_is_ticked_and_leaves_when_the_lens_is_set_again(page, address):
    page.goto(address + LIST + "?status=open")
    page.get_by_role("checkbox", name="IK-01").check()
    assert "IK-01" in codes(page)

    page.get_by_label("Niveau").select_option("Alleen basis")

    assert "IK-01" not in codes(page)
    page.get_by_role("button", name="Toon alles").click()
    assert "IK-01" in codes(page)


def test_a_link_to_a_hidden_point_shows_that_point(page, address, gids):
    seen = {p.code for p in gids.punten() if "politie" in p.rollen or gids.is_gezamenlijk(p)}
    hidden = next(p for p in gids.fase("in-kaart-brengen").punten() if p.code not in seen)

    page.goto(address + LIST + f"?rol=politie#vink-{hidden.id}")

    assert hidden.code in codes(page)
    expect(page.locator(f"#vink-{hidden.id}")).to_be_focused()


def test_a_lens_that_means_nothing_hides_nothing(page, address, gids):
    page.goto(address + LIST + "?rol=<script>&status=kapot&situatie=opzetten2")

    assert len(codes(page)) == len([*gids.fasen[0].punten()])


def test_what_now_names_the_next_open_points_for_the_lens(page, address):
    page.goto(address + "dossier/index.html")
    first = page.locator(".watnu .code").all_inner_texts()
    assert first[0] == "IK-01"
    assert len(first) == 3
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()

    page.goto(address + "dossier/index.html")
    assert page.locator(".watnu .code").first.inner_text() != "IK-01"
    page.get_by_label("Voor wie").first.select_option("Onderwijs")
    assert "rol=onderwijs" in page.url
    page.get_by_role("status").filter(has_text="De lijst is anders: 3 punten.").wait_for()
    page.locator(".watnu a").first.click()

    expect(page.locator(".punt:has(> :target)")).to_be_visible()


def fill(page, address, url=LIST):
    page.goto(address + url)
    page.get_by_role("checkbox", name="IK-01").check()
    page.get_by_label("Status van IK-02").select_option("Bezig")
    page.get_by_text("Notitie, trekker en datum bij IK-02").click()
    page.get_by_label("Notitie bij IK-02").fill("Afspraak met de wijkraad.")
    page.get_by_label("Trekker bij IK-02").fill("Wethouder")
    page.get_by_label("Trekker bij IK-02").blur()
    page.get_by_role("button", name="Eigen punt toevoegen bij stap 1.1").click()
    page.get_by_label("Uw eigen punt bij stap 1.1").fill("Ons eigen punt.")
    page.get_by_role("button", name="Voeg toe bij stap 1.1").click()


def test_a_filled_list_prints_ticks_notes_and_own_points(page, address):
    fill(page, address)

    text, _ = printed(page, "Ingevuld")

    assert text.count("✓") == 1
    assert "Afspraak met de wijkraad." in text
    assert "Trekker: Wethouder" in text
    assert "Status: bezig" in text
    assert "Ons eigen punt." in text
    assert "Eigen punt toevoegen" not in text
    assert "Bewaard in deze browser" not in text


def test_an_empty_list_prints_as_if_nothing_was_noted(page, address):
    page.goto(address + LIST)
    _, sheets = paper(page)
    fill(page, address)

    text, _ = printed(page, "Leeg")

    assert "✓" not in text
    assert "Afspraak met de wijkraad." not in text
    assert "Ons eigen punt." not in text
    assert sheets <= 3
    assert "IK-01" in text
    assert "✓" in paper(page)[0]


def test_paper_that_nobody_was_asked_about_warns_itself(page, address):
    """With Ctrl + P the browser prints at once."""
    page.goto(address + LIST)
    warning = "hierin lijkt iets over een kind of ouder te staan"
    assert warning not in paper(page)[0]
    page.get_by_text("Notitie, trekker en datum bij IK-02").click()
    page.get_by_label("Notitie bij IK-02").fill("Overleg met leerling Daan de Vries.")
    page.get_by_label("Notitie bij IK-02").blur()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert warning in paper(page)[0]
    assert warning not in printed(page, "Leeg")[0]


def test_only_open_points_leaves_out_what_is_done(page, address, gids):
    fill(page, address)
    page.get_by_label("Status van IK-03").select_option("Niet van toepassing")
    reason = page.get_by_label("Waarom niet van toepassing? bij IK-03")
    reason.fill("Doet de regio.")
    reason.blur()

    text, _ = printed(page, "Alleen open punten")

    wanted = {p.code for p in gids.fase("in-kaart-brengen").punten()} - {"IK-01", "IK-03"}
    assert all(code in text for code in wanted)
    assert "IK-01" not in text
    assert "IK-03" not in text


def test_paper_says_which_lens_is_on_and_how_many_points_are_not_there(page, address, gids):
    page.goto(address + LIST + "?rol=onderwijs")
    hidden = len([*gids.fasen[0].punten()]) - len(codes(page))

    text, _ = paper(page)

    assert f"Er zijn {hidden} punten verborgen." in text
    assert "Onderwijs" in text


def test_paper_has_room_for_the_municipality_a_date_and_initials(page, address):
    page.goto(address + "dossier/index.html")
    page.get_by_label("Gemeente (mag leeg blijven)").fill("Voorbeeldstad")
    page.get_by_label("Gemeente (mag leeg blijven)").blur()
    page.goto(address + LIST)

    text, _ = printed(page, "Ingevuld")

    for word in ("Gemeente", "Voorbeeldstad", "Datum", "Ingevuld door", "Paraaf"):
        assert word in text


@pytest.mark.parametrize("where", [LIST, "dossier/index.html"])
def test_codes_from_paper_become_ticks(page, address, where):
    page.goto(address + where)
    if where == LIST:
        page.locator("summary", has_text="Codes van papier").click()
    page.get_by_label("Codes die op papier zijn aangevinkt").fill("ik1 IK-03, PA-02 en XX-99")
    page.get_by_role("button", name="Vink deze punten aan").click()

    said = page.get_by_role("status").filter(has_text="aangevinkt").inner_text()
    assert said == (
        "3 punten aangevinkt: IK-01, IK-03 en PA-02. Niet gevonden in deze gids: XX-99."
    )
    page.goto(address + LIST)
    assert page.get_by_role("checkbox", name="IK-01").is_checked()
    assert page.get_by_role("checkbox", name="IK-03").is_checked()
    assert not page.get_by_role("checkbox", name="IK-02").is_checked()
    page.goto(address + "checklists/plan-van-aanpak.html")
    assert page.get_by_role("checkbox", name="PA-02").is_checked()


def test_the_example_of_codes_is_heard_with_the_field(page, address):
    page.goto(address + "dossier/index.html")

    expect(page.get_by_label("Codes die op papier")).to_have_accessible_description(
        "Bijvoorbeeld: IK-01 IK-03 PA-02"
    )


def test_codes_from_paper_are_undone_as_one(page, address):
    page.goto(address + "dossier/index.html")
    page.get_by_label("Codes die op papier zijn aangevinkt").fill("IK-01 IK-03")
    page.get_by_role("button", name="Vink deze punten aan").click()
    page.get_by_role("button", name="Maak ongedaan").click()

    assert "In totaal: 0 van " in page.locator(".md-content").inner_text()


def test_no_sheet_ends_with_the_heading_of_a_step(page, address, gids):
    for fase in gids.fasen:
        page.goto(address + f"checklists/{fase.id}.html")
        page.get_by_role("checkbox").first.check()
        pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        sheets = [sheet.extract_text() for sheet in pdf.pages]
        for number, stap in enumerate(fase.stappen, start=1):
            (sheet,) = [s for s in sheets if f"{fase.nummer}.{number} {stap.titel}" in s]
            assert stap.punten[0].code in sheet, stap.id
