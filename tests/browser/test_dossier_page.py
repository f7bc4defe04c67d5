"""Mijn dossier: files, several dossiers, merging, comparing, documents and wiping."""

import io
import json
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.dossiers import LIST, PAGE, answered, offer, save_file


def kept(page):
    """Return everything that is kept in the browser."""
    return page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")


def tick(page, address, *codes):
    page.goto(address + PAGE)
    page.get_by_label("Codes die op papier zijn aangevinkt").fill(" ".join(codes))
    page.get_by_role("button", name="Vink deze punten aan").click()


def text(page):
    return page.locator(".md-content").inner_text()


def test_progress_is_told_once_in_words_and_drawn_beside_them(page, address, gids):
    all_points, first = (len([*part.punten()]) for part in (gids, gids.fasen[0]))
    step = gids.fasen[0].stappen[0]
    of_step = len(step.punten)
    tick(page, address, *(punt.code for punt in step.punten), "PA-01")

    told = (
        f"In totaal: {of_step + 1} van {all_points} punten gedaan, {all_points - of_step - 1} open."
    )
    assert told in text(page)
    assert f"Fase 1: {of_step} van {first} punten gedaan, {first - of_step} open." in text(page)
    drawn = page.locator(".fasevoortgang > li").first.locator("svg")
    assert (drawn.locator(".vak").count(), drawn.locator(".vol").count()) == (first, of_step)
    assert drawn.is_visible()
    assert page.get_by_role("img").count() == 0
    page.get_by_text("Per stap in fase 1").click()
    line = page.locator(".stapvoortgang li").first
    line.wait_for()
    assert line.inner_text() == f"1.1 {step.titel}: {of_step} van {of_step} punten gedaan"


def test_a_saved_file_opens_elsewhere_with_everything_in_it(new_page, address):
    page = new_page()
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    page.get_by_text("Notitie, trekker en datum bij IK-02").click()
    page.get_by_label("Notitie bij IK-02").fill("Regel één\n<script>alert(1)</script> & “twee” €")
    page.get_by_label("Notitie bij IK-02").blur()
    page.goto(address + PAGE)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Bewaar bestand").click()
    name, content = caught.value.suggested_filename, caught.value.path().read_bytes()
    assert name.startswith("dossier_mijn-dossier_")
    assert "Laatste bestand:" in text(page)

    elsewhere = new_page()
    elsewhere.goto(address + PAGE)
    offer(elsewhere, content, name)
    assert elsewhere.get_by_role("heading", name="Dit staat in het bestand").is_visible()
    assert "2 punten ingevuld, waarvan 1 gedaan" in text(elsewhere)
    elsewhere.get_by_role("button", name="Open als apart dossier").click()
    elsewhere.goto(address + LIST)

    assert elsewhere.get_by_role("checkbox", name="IK-01").is_checked()
    elsewhere.get_by_text("Notitie, trekker en datum bij IK-02").click()
    note = elsewhere.get_by_label("Notitie bij IK-02").input_value()
    assert note == "Regel één\n<script>alert(1)</script> & “twee” €"


def test_opening_shows_first_and_changes_nothing_until_the_reader_chooses(page, address):
    tick(page, address, "IK-01")
    before = kept(page)

    offer(page, save_file({"ik-vast-duo": answered()}))

    assert page.get_by_role("heading", name="Dit staat in het bestand").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Dit staat in het bestand"
    assert kept(page) == before
    page.get_by_role("button", name="Annuleer").click()
    assert kept(page) == before
    expect(page.get_by_label("Open bestand")).to_be_focused()


def test_replacing_can_be_undone(page, address):
    tick(page, address, "IK-01")
    offer(page, save_file({"ik-vast-duo": answered()}))
    page.get_by_role("button", name="Vervang ‘Mijn dossier’").click()
    page.goto(address + LIST)
    assert not page.get_by_role("checkbox", name="IK-01").is_checked()
    assert page.get_by_role("checkbox", name="IK-02").is_checked()

    page.goto(address + PAGE)
    offer(page, save_file({"ik-drie-lagen": answered()}))
    page.get_by_role("button", name="Vervang ‘Wijk Noord’").click()
    page.get_by_role("button", name="Maak ongedaan").click()
    page.goto(address + LIST)

    assert page.get_by_role("checkbox", name="IK-02").is_checked()
    assert not page.get_by_role("checkbox", name="IK-03").is_checked()


HOSTILE = {
    "leeg": "",
    "geen json": "dit is geen dossier",
    "afgebroken": json.dumps(save_file({"ik-vast-duo": answered()}))[:-30],
    "ander formaat": json.dumps({"formaat": "iets-anders", "formaatversie": 1}),
    "nieuwer": json.dumps(save_file(formaatversie=99)),
    "verkeerd type": json.dumps(save_file({"ik-vast-duo": answered(notitie=7)})),
    "lijst": "[]",
    "diep": "[" * 5000 + "]" * 5000,
    "prototype": json.dumps(save_file()).replace('"punten": {}', '"punten": {"__proto__": {}}'),
    "slecht id": json.dumps(save_file({"<img src=x onerror=alert(1)>": answered()})),
    "utf-16": json.dumps(save_file()).encode("utf-16"),
    "latin-1": json.dumps(save_file(naam="Enschedé"), ensure_ascii=False).encode("latin-1"),
    "te groot": json.dumps(save_file({"ik-vast-duo": answered(notitie="x" * 3_000_000)})),
    "te lange notitie": json.dumps(save_file({"ik-vast-duo": answered(notitie=" " * 50_001)})),
    "te veel eigen punten": json.dumps(
        save_file(
            eigen=[answered(id=f"eigen-{n}", stap="startopdracht", tekst="x") for n in range(501)]
        )
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_broken_file_gets_one_sentence_and_changes_nothing(page, address, case):
    tick(page, address, "IK-01")
    before = kept(page)

    offer(page, HOSTILE[case])

    alert = page.get_by_role("status").filter(has_text="Er is niets veranderd.")
    alert.wait_for()
    assert alert.inner_text().count(".") <= 2
    assert kept(page) == before
    assert page.get_by_role("heading", name="Dit staat in het bestand").count() == 0


def test_script_in_a_file_stays_text(page, address):
    page.goto(address + PAGE)
    evil = (
        "<img src=x onerror=\"document.title='gehackt'\"><script>document.title='gehackt'</script>"
    )
    offer(page, save_file({"ik-vast-duo": answered("bezig", notitie=evil)}, naam=evil[:60]))
    page.get_by_role("button", name="Open als apart dossier").click()
    page.goto(address + LIST)

    assert evil in page.locator(".punt", has_text="IK-02").first.inner_text()
    assert "gehackt" not in page.title()


def test_a_file_may_be_dropped_on_the_page(page, address):
    page.goto(address + PAGE)
    page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'dossier.json', { type: 'application/json' }));
          document.querySelector('.sleepvak').dispatchEvent(
            new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        }""",
        json.dumps(save_file()),
    )

    page.get_by_role("heading", name="Dit staat in het bestand").wait_for()


def test_ctrl_s_saves_a_file_on_this_page_only(page, address):
    tick(page, address, "IK-01")
    with page.expect_download() as caught:
        page.keyboard.press("Control+s")
    assert caught.value.suggested_filename.endswith(".json")

    page.goto(address + LIST)
    handled = page.evaluate(
        "!dispatchEvent(new KeyboardEvent('keydown', {key: 's', ctrlKey: true, cancelable: true}))"
    )
    assert not handled


def test_dossiers_are_made_named_copied_chosen_and_removed_with_undo(page, address):
    tick(page, address, "IK-01")
    page.get_by_label("Naam van dit dossier").fill("Noord")
    page.get_by_label("Naam van dit dossier").blur()
    page.get_by_role("button", name="Nieuw dossier").click()
    page.keyboard.type("Zuid")
    page.keyboard.press("Tab")
    assert "In totaal: 0 van " in text(page)

    page.get_by_label("Kies een dossier").select_option("Noord")
    assert "In totaal: 1 van " in text(page)
    page.get_by_role("button", name="Maak een kopie").click()
    assert page.get_by_label("Naam van dit dossier").input_value() == "Noord (kopie)"
    assert "In totaal: 1 van " in text(page)
    page.get_by_role("button", name="Verwijder dit dossier").click()
    options = page.get_by_label("Kies een dossier").locator("option").all_inner_texts()
    assert sorted(options) == ["Noord", "Zuid"]
    page.get_by_role("button", name="Maak ongedaan").click()

    options = page.get_by_label("Kies een dossier").locator("option").all_inner_texts()
    assert sorted(options) == ["Noord", "Noord (kopie)", "Zuid"]
    page.reload()
    assert page.get_by_label("Naam van dit dossier").input_value() == "Noord (kopie)"


def test_what_is_said_of_a_dossier_goes_when_it_is_no_longer_true(page, address):
    tick(page, address, "IK-01")
    said = page.get_by_role("status")
    page.get_by_role("button", name="Maak een kopie").click()
    assert said.filter(has_text="U werkt nu in ‘Mijn dossier (kopie)’.").count() == 1
    chooser = page.get_by_label("Kies een dossier")
    chooser.evaluate("(select) => { window.option = select.options[0]; }")
    chooser.focus()
    chooser.select_option("Mijn dossier")
    assert said.filter(has_text="U werkt nu in").all_inner_texts() == [
        "U werkt nu in ‘Mijn dossier’."
    ]
    assert page.evaluate("window.option.isConnected")
    page.get_by_role("button", name="Verwijder dit dossier").click()
    assert said.filter(has_text="is verwijderd").count() == 1
    assert said.filter(has_text="U werkt nu in").count() == 0

    page.get_by_role("button", name="Maak ongedaan").click()

    assert said.filter(has_text="is verwijderd").count() == 0


def test_a_dossier_without_a_name_gets_its_old_name_back_and_a_sentence(page, address):
    tick(page, address, "IK-01")
    name = page.get_by_label("Naam van dit dossier")
    name.fill("  ")
    name.blur()

    assert name.input_value() == "Mijn dossier"
    expect(name).to_have_accessible_description(
        "Een dossier heeft een naam nodig. De oude naam is teruggezet."
    )
    name.fill("Noord")
    name.blur()
    expect(name).to_have_accessible_description("")


def test_merging_asks_per_difference_and_loses_nothing(page, address):
    page.goto(address + LIST)
    page.get_by_role("checkbox", name="IK-01").check()
    page.get_by_label("Status van IK-02").select_option("Bezig")
    page.get_by_text("Notitie, trekker en datum bij IK-02").click()
    page.get_by_label("Notitie bij IK-02").fill("Mijn kant.")
    page.get_by_label("Notitie bij IK-02").blur()
    page.goto(address + PAGE)
    own = answered(id="eigen-abc", stap="gedeelde-opdracht", tekst="Punt van mijn collega.")
    offer(
        page,
        save_file(
            {
                "ik-vast-duo": answered(notitie="De andere kant."),
                "ik-drie-lagen": answered(notitie="Alleen bij mijn collega."),
            },
            eigen=[own],
        ),
    )
    page.get_by_role("button", name="Voeg samen met ‘Mijn dossier’").click()
    group = page.get_by_role("group", name="IK-02")
    assert group.get_by_label("Houd beide").is_checked()

    group.get_by_label("Het bestand (Wijk Noord)").check()
    page.get_by_role("button", name="Voeg samen", exact=True).click()
    said = page.get_by_role("status").filter(has_text="Samengevoegd.")
    expect(said).to_contain_text("Samengevoegd. U hield bij 1 verschil alleen het bestand. Kies")
    page.goto(address + LIST)

    assert page.get_by_role("checkbox", name="IK-01").is_checked()
    assert page.get_by_role("checkbox", name="IK-02").is_checked()
    content = text(page)
    assert "De andere kant." in content
    assert "Alleen bij mijn collega." in content
    assert "Punt van mijn collega." in content


def test_merging_without_a_choice_keeps_both_notes(page, address):
    page.goto(address + PAGE)
    offer(page, save_file({"ik-vast-duo": answered("bezig", notitie="Een.")}))
    page.get_by_role("button", name="Open als apart dossier").click()
    offer(page, save_file({"ik-vast-duo": answered("gedaan", notitie="Twee.")}, naam="Ander"))
    page.get_by_role("button", name="Voeg samen met").click()
    page.get_by_role("button", name="Voeg samen", exact=True).click()
    said = page.get_by_role("status").filter(has_text="Samengevoegd.")
    expect(said).to_contain_text("Er is niets weggegooid.")
    page.goto(address + LIST)

    block = page.locator(".punt", has_text="IK-02").first.inner_text()
    assert "Een." in block
    assert "Twee." in block
    assert page.get_by_label("Status van IK-02").input_value() == "bezig"


def test_a_choice_to_keep_both_shows_what_comes_out(page, address):
    here = answered("bezig", trekker="Jan", datum="2027-03-01", notitie="Een.")
    there = answered("gedaan", trekker="Piet", datum="2027-09-01", notitie="Twee.")
    own = answered(id="eigen-abc", stap="gedeelde-opdracht", tekst="Wij bellen.")
    page.goto(address + PAGE)
    offer(page, save_file({"ik-vast-duo": here}, gemeente="Noord", eigen=[own]))
    page.get_by_role("button", name="Open als apart dossier").click()
    other = [own | {"tekst": "Wij mailen."}]
    offer(page, save_file({"ik-vast-duo": there}, gemeente="Zuid", eigen=other))
    page.get_by_role("button", name="Voeg samen met").click()
    both = page.locator(".keuze", has_text="Houd beide").locator(".keuze__wat")

    assert both.first.inner_text().split("\n") == [
        "Status: bezig",
        "Notitie: Een.",
        "",
        "Twee.",
        "",
        "Andere datum: 1 september 2027",
        "Trekker: Jan / Piet",
        "Klaar op: 1 maart 2027",
    ]
    assert "Punt: Wij bellen. / Wij mailen." in both.last.inner_text()
    page.get_by_role("button", name="Voeg samen", exact=True).click()
    said = page.get_by_role("status").filter(has_text="Samengevoegd.")
    expect(said).to_contain_text("U hield als gemeente ‘Noord’.")


@pytest.mark.parametrize("chooser", ["Open bestand", "Houd beide"])
def test_ctrl_z_undoes_where_a_file_or_a_side_is_chosen(page, address, chooser):
    tick(page, address, "IK-02")
    page.get_by_label("Gemeente (mag leeg blijven)").fill("Voorbeeldstad")
    page.get_by_label("Gemeente (mag leeg blijven)").blur()
    if chooser == "Houd beide":
        offer(page, save_file({"ik-vast-duo": answered(notitie="Anders.")}))
        page.get_by_role("button", name="Voeg samen met").click()

    page.get_by_label(chooser).press("Control+z")

    page.get_by_text("Ongedaan gemaakt: gemeente.").wait_for()
    assert "Voorbeeldstad" not in kept(page)


def test_last_year_lies_beside_this_year_and_nothing_changes(page, address):
    tick(page, address, "IK-01", "IK-03")
    before = kept(page)
    offer(page, save_file({"ik-vast-duo": answered(), "ik-startopdracht": answered()}, naam="2025"))
    page.get_by_role("button", name="Vergelijk met ‘Mijn dossier’").click()

    content = text(page)
    assert "Nieuw gedaan: 1 punt" in content
    assert "Teruggevallen: 1 punt" in content
    assert "Nog open: 61 punten" in content
    page.get_by_role("button", name="Terug naar mijn dossier").click()
    assert kept(page) == before


def test_wiping_asks_first_and_can_be_taken_back(page, address):
    tick(page, address, "IK-01")
    before = kept(page)
    page.get_by_role("button", name="Wis alles op dit apparaat").click()
    page.keyboard.press("Escape")
    assert kept(page) == before

    page.get_by_role("button", name="Wis alles op dit apparaat").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist op dit apparaat.").wait_for()
    assert kept(page) == "[]"
    page.get_by_role("button", name="Wis alles op dit apparaat").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_role("dialog").wait_for(state="detached")
    page.get_by_role("button", name="Zet alles terug").click()

    assert "In totaal: 1 van " in text(page)
    expect(page.get_by_role("heading", name="Wissen")).to_be_focused()


def test_what_the_browser_will_not_put_back_is_said_and_can_be_tried_again(page, address):
    tick(page, address, "IK-01")
    page.get_by_role("button", name="Wis alles op dit apparaat").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist op dit apparaat.").wait_for()
    page.evaluate(
        """() => {
          window.set = Storage.prototype.setItem;
          Storage.prototype.setItem = () => { throw new DOMException("vol", "QuotaExceededError") };
        }"""
    )
    again = page.get_by_role("button", name="Zet alles terug")
    again.click()

    assert kept(page) == "[]"
    page.get_by_text("maar uw browser bewaart het niet").wait_for()
    assert "In totaal: 1 van " in text(page)
    page.evaluate("() => { Storage.prototype.setItem = window.set }")
    again.click()
    page.get_by_text("Alles staat er weer.").wait_for()
    assert "ik-startopdracht" in kept(page)
    assert again.count() == 0


def test_a_file_that_names_a_child_says_so_before_anything_is_done_with_it(page, address):
    page.goto(address + PAGE)
    gone = answered(tekst="Het kind Daan de Vries, geboren 12-03-2016.")
    offer(page, save_file({"ik-bestond-vroeger": gone}))
    assert "lijkt op 2 plekken iets over een kind of ouder te staan" in text(page)
    page.get_by_role("button", name="Open als apart dossier").click()
    page.get_by_role("group", name="Plan").get_by_role("button", name="Bekijk").click()

    assert "ik-bestond-vroeger, eerdere tekst" in page.get_by_role("dialog").inner_text()


def test_a_last_look_says_how_many_places_it_does_not_name(page, address):
    page.goto(address + PAGE)
    notes = {
        point: answered(notitie="Overleg met leerling Daan de Vries.")
        for point in page.evaluate(
            "gidsGegevens.fasen.flatMap(f => f.stappen).flatMap(s => s.punten).map(p => p.id)"
        )[:12]
    }
    offer(page, save_file(notes))
    page.get_by_role("button", name="Open als apart dossier").click()
    page.get_by_role("button", name="Bewaar bestand").last.click()

    assert "En nog 2 plekken." in page.get_by_role("dialog").inner_text()


OLD = {
    "ik-startopdracht": answered(
        "gedaan", notitie="Blijft.", tekst="Een heel andere tekst.", vingerafdruk="00000000"
    ),
    "ik-bestond-vroeger": answered(
        "nvt", reden="Reden van toen.", notitie="Notitie van toen.", tekst="Een oud punt."
    ),
}


def test_a_new_version_of_the_guide_says_what_changed_and_keeps_every_note(page, address):
    page.goto(address + PAGE)
    offer(page, save_file(OLD, inhoudsversie="2025.1"))
    page.get_by_role("button", name="Open als apart dossier").click()
    page.get_by_role("button", name="Bekijk wat er veranderd is").click()
    content = text(page)
    assert "Een heel andere tekst." in content
    assert "Notitie van toen." in content

    page.get_by_role("button", name="Werk mijn dossier bij").click()
    assert "Vervallen punten (bewaard)" in text(page)
    assert "Reden van toen." in text(page)
    page.goto(address + LIST)
    block = page.locator(".punt", has_text="IK-01").first
    assert "De tekst is gewijzigd sinds u dit invulde." in block.inner_text()
    assert "Blijft." in block.inner_text()
    page.get_by_role("button", name="IK-01 klopt nog").click()

    assert "De tekst is gewijzigd" not in block.inner_text()
    assert page.get_by_role("checkbox", name="IK-01").is_checked()


@pytest.mark.parametrize("soort", ["Plan van aanpak", "Agenda voor overleg"])
@pytest.mark.parametrize("kind", ["ODT", "DOCX"])
def test_a_document_is_made_and_holds_the_words_of_the_reader(page, address, soort, kind):
    page.goto(address + LIST)
    page.get_by_label("Status van IK-02").select_option("Bezig")
    page.get_by_text("Notitie, trekker en datum bij IK-02").click()
    page.get_by_label("Notitie bij IK-02").fill("Onze woorden <&> blijven staan.")
    page.get_by_label("Notitie bij IK-02").blur()
    page.goto(address + PAGE)

    with page.expect_download() as caught:
        page.get_by_role("group", name=soort).get_by_role("button", name=kind).click()

    file = caught.value
    assert file.suggested_filename.endswith(f".{kind.lower()}")
    archive = zipfile.ZipFile(io.BytesIO(file.path().read_bytes()))
    part = archive.read("content.xml" if kind == "ODT" else "word/document.xml").decode()
    assert "Onze woorden &lt;&amp;&gt; blijven staan." in part


def test_documents_are_made_from_a_folder_too(new_page, site):
    page = new_page()
    page.goto((site / PAGE).as_uri())

    with page.expect_download() as caught:
        page.get_by_role("group", name="Plan van aanpak").get_by_role("button", name="ODT").click()

    assert zipfile.is_zipfile(caught.value.path())


def test_a_document_can_be_read_and_printed_on_the_spot(page, address):
    tick(page, address, "IK-01")
    page.get_by_role("group", name="Agenda").get_by_role("button", name="Bekijk").click()

    article = page.locator("article.stuk")
    article.wait_for()
    assert "IK-02" in article.inner_text()
    assert "IK-01" not in article.inner_text()
    page.get_by_role("button", name="Terug naar mijn dossier").click()
    assert page.get_by_role("heading", name="Voortgang").is_visible()


def test_a_document_says_which_points_a_lens_leaves_out(page, address):
    page.goto(address + PAGE)
    page.get_by_label("Voor wie").last.select_option("Onderwijs")
    page.get_by_role("group", name="Plan").get_by_role("button", name="Bekijk").click()

    page.locator("article.stuk").wait_for()
    assert "verborgen" in page.locator("article.stuk").inner_text()


def test_the_plan_is_copied_to_paste_in_a_word_processor(new_page, address):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    tick(page, address, "IK-01")
    page.get_by_role("group", name="Plan").get_by_role("button", name="Kopieer").click()
    page.get_by_role("status").filter(has_text="staat op het klembord").wait_for()

    html = page.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )

    assert "<h1" in html
    assert "IK-01" in html


def test_before_a_file_leaves_what_looks_like_a_child_is_shown(page, address):
    page.goto(address + PAGE)
    offer(page, save_file({"ik-vast-duo": answered(notitie="Overleg met leerling Daan de Vries.")}))
    page.get_by_role("button", name="Open als apart dossier").click()
    page.get_by_role("button", name="Bewaar bestand").last.click()
    dialog = page.get_by_role("dialog", name="Staan er gegevens van een kind of ouder in?")
    assert "IK-02, notitie" in dialog.inner_text()
    dialog.get_by_role("button", name="Eerst nakijken").click()
    assert "nog geen bestand bewaard" in text(page)

    page.get_by_role("button", name="Bewaar bestand").last.click()
    with page.expect_download():
        page.get_by_role("button", name="Toch bewaren").click()


def test_the_last_look_leads_to_what_was_typed_on_a_checklist(page, address):
    own = {
        **answered(),
        "id": "eigen-1",
        "stap": "gedeelde-opdracht",
        "tekst": "Wij bellen kind Daan de Vries.",
    }
    gone = {"ik-weg": answered(notitie="Overleg met leerling Daan de Vries.", tekst="Een oud punt")}
    page.goto(address + PAGE)
    offer(page, save_file(gone, eigen=[own]))
    page.get_by_role("button", name="Open als apart dossier").click()
    page.get_by_role("button", name="Bewaar bestand").last.click()
    dialog = page.get_by_role("dialog", name="Staan er gegevens van een kind of ouder in?")
    assert "ik-weg, notitie" in dialog.inner_text()
    assert dialog.get_by_role("link").count() == 1

    dialog.get_by_role("link", name="een eigen punt, tekst").click()

    page.wait_for_url("**/checklists/in-kaart-brengen.html#tekst-eigen-1")
    words = page.locator("#tekst-eigen-1")
    expect(words).to_have_value("Wij bellen kind Daan de Vries.")
    expect(words).to_be_focused()
    expect(words).to_be_in_viewport()


@pytest.mark.parametrize(
    ("answer", "link", "field"),
    [
        ({"notitie": "Over kind Daan de Vries."}, "IK-03, notitie", "Notitie bij IK-03"),
        ({"trekker": "Kind Daan de Vries"}, "IK-03, trekker", "Trekker bij IK-03"),
        (
            {"status": "nvt", "reden": "Voor kind Daan de Vries."},
            "IK-03, reden",
            "Waarom niet van toepassing? bij IK-03",
        ),
        # The reason of what is open again is kept, without a field.
        (
            {"status": "open", "reden": "Voor kind Daan de Vries."},
            "IK-03, reden",
            "IK-03 Wij hebben opgeschreven",
        ),
    ],
    ids=["note", "who", "reason", "reason without a field"],
)
def test_the_last_look_leads_to_the_field_itself(page, address, answer, link, field):
    page.goto(address + PAGE)
    offer(page, save_file({"ik-drie-lagen": answered(**answer)}))
    page.get_by_role("button", name="Open als apart dossier").click()
    page.get_by_role("button", name="Bewaar bestand").last.click()

    page.get_by_role("dialog").get_by_role("link", name=link).press("Enter")

    page.wait_for_url("**/checklists/in-kaart-brengen.html#*-ik-drie-lagen")
    expect(page.get_by_label(field)).to_be_focused()
    expect(page.get_by_label(field)).to_be_in_viewport()


def test_saving_an_untouched_dossier_says_one_thing_and_keeps_nothing(page, address):
    page.goto(address + PAGE)
    with page.expect_download():
        page.get_by_role("button", name="Bewaar bestand").click()

    page.get_by_role("status").filter(has_text="Bestand bewaard.").wait_for()
    assert "nog geen bestand" not in text(page)
    assert kept(page) == "[]"
    page.get_by_role("button", name="Nieuw dossier").click()
    assert "Van dit dossier is nog geen bestand bewaard." in text(page)


def test_a_name_in_the_head_of_a_dossier_gets_a_kind_warning(page, address):
    page.goto(address + PAGE)
    dismiss = page.get_by_role("button", name="Dit is geen gegeven van een kind of ouder")
    for label, words in (("Naam van dit dossier", "Wijk Noord"), ("Gemeente", "Den Haag")):
        page.get_by_role("textbox", name=label).fill(words)
        page.get_by_role("textbox", name=label).blur()
        assert dismiss.count() == 0

        page.get_by_role("textbox", name=label).fill("Gezin Jansen")
        page.get_by_role("textbox", name=label).blur()
        assert dismiss.is_visible()
        dismiss.click()
        assert dismiss.count() == 0
    page.get_by_role("textbox", name="Gemeente").fill("Gezin De Vries")
    page.get_by_role("textbox", name="Gemeente").blur()
    page.get_by_role("button", name="Nieuw dossier").click()

    assert dismiss.count() == 0


def test_a_day_of_work_without_a_file_gets_a_reminder(page, address):
    page.clock.install(time="2027-01-04T09:00:00")
    tick(page, address, "IK-01")
    assert "langer dan een dag" not in text(page)

    page.clock.set_fixed_time("2027-01-05T10:00:00")
    page.reload()
    assert "langer dan een dag" in text(page)
    with page.expect_download():
        page.get_by_role("button", name="Bewaar bestand").first.click()

    assert "langer dan een dag" not in text(page)


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def test_after_the_button_of_a_reminder_the_focus_is_on_what_came_of_it(page, address):
    page.clock.install(time="2027-01-04T09:00:00")
    tick(page, address, "IK-01")
    page.clock.set_fixed_time("2027-01-05T10:00:00")
    page.reload()
    with page.expect_download():
        page.get_by_role("button", name="Bewaar bestand").first.press("Enter")

    page.get_by_role("status").filter(has_text="Bestand bewaard.").wait_for()
    assert focused(page) == "Bestand bewaard."


def test_saving_a_file_is_told_by_button_and_by_key(page, address):
    tick(page, address, "IK-01")
    said = page.get_by_role("status").filter(has_text="Bestand bewaard.")
    with page.expect_download():
        page.get_by_role("button", name="Bewaar bestand").click()
    said.wait_for()
    page.get_by_label("Codes die op papier").fill("IK-02")
    page.get_by_role("button", name="Vink deze punten aan").click()
    assert said.count() == 0
    with page.expect_download():
        page.keyboard.press("Control+s")

    said.wait_for()


def test_what_is_wrong_with_a_file_is_told_with_its_field_until_something_changes(page, address):
    tick(page, address, "IK-01")
    offer(page, '{"formaat": "handr')
    field = page.get_by_label("Open bestand")
    expect(field).to_have_accessible_description(re.compile("Er is niets veranderd.$"))
    expect(field).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Nieuw dossier").click()

    expect(field).to_have_accessible_description("")
    assert "Er is niets veranderd." not in text(page)


@pytest.mark.parametrize("wrong", ["", "UI-99 zz"])
def test_what_is_wrong_with_codes_is_told_with_their_field(page, address, wrong):
    page.goto(address + PAGE)
    field = page.get_by_label("Codes die op papier zijn aangevinkt")
    field.fill(wrong)
    page.get_by_role("button", name="Vink deze punten aan").click()

    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Niet gevonden|Typ eerst"))


def test_the_outcome_of_a_document_stands_with_its_buttons(page, address):
    tick(page, address, "IK-01")
    for kind in ("Plan van aanpak", "Agenda voor overleg"):
        group = page.get_by_role("group", name=kind)
        with page.expect_download():
            group.get_by_role("button", name="Markdown").click()
        assert group.locator("+ [role=status]").inner_text().endswith(".md is gemaakt.")


def test_unreadable_work_is_thrown_away_only_after_a_question(page, address):
    tick(page, address, "IK-01")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.includes(':dossiers:'));
          localStorage.setItem(key, 'dit is geen dossier');
        }"""
    )
    page.reload()
    throw = page.get_by_role("button", name="Gooi het weg")
    throw.press("Enter")
    page.keyboard.press("Escape")
    assert "geen dossier" in kept(page)
    assert focused(page) == "Gooi het weg"

    throw.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Gooi het weg").press("Enter")
    page.get_by_role("status").filter(has_text="Het onleesbare bestand is weg.").wait_for()
    assert focused(page).startswith("Het onleesbare bestand is weg.")
    assert "geen dossier" not in kept(page)
    assert throw.count() == 0

    page.get_by_role("button", name="Maak ongedaan: onleesbaar bestand weggegooid").click()
    throw.wait_for()
    assert "geen dossier" in kept(page)


def test_what_was_unreadable_comes_back_when_a_wipe_is_undone(page, address):
    tick(page, address, "IK-01")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.includes(':dossiers:'));
          localStorage.setItem(key.replace(/[^:]*$/, 'stuk'), 'dit is geen dossier');
        }"""
    )
    page.reload()
    page.get_by_role("button", name="Wis alles op dit apparaat").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist op dit apparaat.").wait_for()
    assert kept(page) == "[]"
    page.get_by_role("button", name="Zet alles terug").click()

    assert "geen dossier" in kept(page)
    assert page.get_by_role("button", name="Gooi het weg").is_visible()


def test_the_front_page_shows_where_a_reader_was_and_nothing_to_others(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert not page.get_by_role("heading", name="Verder waar u was").is_visible()
    assert not [url for url in asked if "gids-data" in url]

    tick(page, address, "IK-01")
    page.goto(address)
    page.get_by_role("heading", name="Verder waar u was").wait_for()
    assert re.search(r"\b1 van \d+ punten gedaan", text(page))
    page.locator(".watnu a").first.click()

    expect(page.locator(".punt:has(> :target)")).to_be_visible()


def test_a_dossier_from_before_the_limit_says_that_its_file_would_not_open(page, address):
    tick(page, address, "IK-01")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((one) => one.includes(":dossiers:"));
          const dossier = JSON.parse(localStorage.getItem(key));
          const [answer] = Object.values(dossier.punten);
          dossier.eigen_punten = Array.from({ length: 501 }, (_, n) => (
            { ...answer, id: `eigen-${n}`, stap: "gedeelde-opdracht" }));
          localStorage.setItem(key, JSON.stringify(dossier));
        }"""
    )
    page.reload()
    page.get_by_role("button", name="Bewaar bestand").last.click()
    dialog = page.get_by_role("dialog", name="Dit bestand is later niet te openen")

    assert "meer dan 500 eigen punten" in dialog.inner_text()
    with page.expect_download():
        dialog.get_by_role("button", name="Toch bewaren").click()
    assert kept(page).count('"eigen-') == 501
