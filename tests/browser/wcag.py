"""WCAG 2.2, levels A and AA, criterion by criterion: what was found, and how.

The numbers and levels are those of the W3C recommendation of 5 October 2023, section 2; what each
asks is said here in our own words. The site publishes this list, and apart from it the names of the
tests: who listens to the table would hear up to eight of them in a cell.
"""

from collections.abc import Iterable
from dataclasses import dataclass

TESTED = "Getest"
READ = "Nagekeken"
ABSENT = "Komt niet voor"

PRINCIPLES = {1: "Waarneembaar", 2: "Bedienbaar", 3: "Begrijpelijk", 4: "Robuust"}


@dataclass(frozen=True)
class Criterion:
    """One criterion; `tests` are those that would fail if it were broken, as `module::function`."""

    number: str
    level: str
    asks: str
    outcome: str
    how: str
    tests: tuple[str, ...] = ()


BOTH_ON_PAGES = "browser/test_accessibility::test_no_page_has_a_finding"
BOTH_IN_STATES = "browser/test_accessibility::test_no_state_has_a_finding"
STOPS = "browser/test_access_keyboard::test_focus_goes_through_the_page_in_order_and_in_sight"
NAMES_ON_PAGES = "browser/test_access_names::test_everything_to_use_has_a_name_on_every_page"
NAMES_IN_STATES = "browser/test_access_states::test_everything_to_use_has_a_name_in_every_state"

CRITERIA = (
    Criterion(
        "1.1.1", "A", "Beelden hebben een tekst.", TESTED,
        "Beide programma’s op elke pagina. Het plaatje van de vier fasen staat ook in woorden op de pagina.",
        (
            BOTH_ON_PAGES,
            "site/test_site::test_the_front_page_has_three_doors_and_the_cycle_in_words",
        ),
    ),
    Criterion("1.2.1", "A", "Geluid of beeld alleen: er is een alternatief.", ABSENT, "Er is geen geluid en geen video."),
    Criterion("1.2.2", "A", "Video heeft ondertiteling.", ABSENT, "Er is geen video."),
    Criterion("1.2.3", "A", "Video heeft een beschrijving.", ABSENT, "Er is geen video."),
    Criterion("1.2.4", "AA", "Live video heeft ondertiteling.", ABSENT, "Er is geen video."),
    Criterion("1.2.5", "AA", "Video heeft een gesproken beschrijving.", ABSENT, "Er is geen video."),
    Criterion(
        "1.3.1", "A", "Wat de opmaak toont, staat ook in de code.", TESTED,
        "Koppen lopen in volgorde. Elk punt is een echt selectievakje met zijn tekst als label. Een tabel heeft een bijschrift, en koppen voor kolommen en rijen.",
        (
            BOTH_ON_PAGES,
            "site/test_site::test_every_page_is_dutch_with_one_h1_and_headings_in_order",
            "site/test_site::test_every_point_is_a_native_checkbox_with_its_text_as_label",
            "site/test_site::test_every_table_has_a_caption_and_headings_for_columns_and_rows",
            "browser/test_access_names::test_a_table_is_told_with_its_caption_and_its_headings",
            "browser/test_access_states::test_every_state_has_one_title_and_no_heading_skips_a_level",
        ),
    ),
    Criterion(
        "1.3.2", "A", "De volgorde in de code is die van het lezen.", TESTED,
        "Zonder opmaak leest de gids van boven naar beneden.",
        (
            "browser/test_broken_parts::test_without_any_style_the_guide_reads_from_top_to_bottom",
            "browser/test_access_names::test_a_page_tells_its_parts_in_order",
        ),
    ),
    Criterion("1.3.3", "A", "Een aanwijzing noemt niet alleen vorm of plaats.", READ, "De teksten verwijzen met namen en nummers, en de knoppen bij hun naam."),
    Criterion(
        "1.3.4", "AA", "De site werkt staand en liggend.", TESTED,
        "Geen regel in de opmaak let op de stand van het scherm.",
        ("site/test_consistency::test_no_style_looks_at_how_the_screen_is_held",),
    ),
    Criterion(
        "1.3.5", "AA", "Velden over uzelf zeggen wat ze vragen.", ABSENT,
        "De gids vraagt niets over uzelf. Een dossier gaat over een gemeente of een wijk.",
    ),
    Criterion(
        "1.4.1", "A", "Kleur is nooit het enige verschil.", READ,
        "Een fase heeft ook een nummer, een link een streep, een stand een woord. Van randen en strepen is dat met opgelegde kleuren getest. Een veld met een fout heeft een dikkere rand, en de melding een streep; ook dat is getest.",
        (
            "browser/test_access_sizes::test_forced_colours_keep_what_colour_said",
            "browser/test_access_contrast::test_a_mistake_is_seen_at_its_field_and_at_its_words",
        ),
    ),
    Criterion("1.4.2", "A", "Geluid is uit te zetten.", ABSENT, "Er is geen geluid."),
    Criterion(
        "1.4.3", "AA", "Tekst steekt 4,5 tegen 1 af.", TESTED,
        "Axe-core meet elke tekst, licht, donker en met opgelegde kleuren. De lat ligt hoger: 7 tegen 1.",
        (BOTH_ON_PAGES, BOTH_IN_STATES),
    ),
    Criterion(
        "1.4.4", "AA", "Tekst kan twee keer zo groot.", TESTED,
        "Zoom van 200%, op elke pagina en in elke toestand. Letters die twee keer zo groot zijn, op een pagina van elke soort.",
        (
            "browser/test_access_sizes::test_zoom_costs_nothing",
            "browser/test_access_states::test_no_state_loses_anything_to_zoom_or_wider_text",
            "browser/test_access_sizes::test_letters_twice_as_large_cost_nothing",
        ),
    ),
    Criterion("1.4.5", "AA", "Tekst is geen plaatje.", READ, "De woorden in het plaatje van de vier fasen zijn echte tekst, en staan ook ernaast."),
    Criterion(
        "1.4.10", "AA", "Bij 320 pixels schuift u niet opzij.", TESTED,
        "Elke pagina en elke toestand op 320 pixels, ook met lange woorden van uzelf, zoals de naam van een bestand. Bij 400% zoom ook elke uitleg, in een venster van 320 bij 256.",
        (
            "browser/test_access_sizes::test_no_page_scrolls_sideways_at_320_pixels",
            "browser/test_access_sizes::test_zoom_costs_nothing",
            "browser/test_access_states::test_no_state_loses_anything_to_zoom_or_wider_text",
            "browser/test_access_sizes::test_every_explanation_can_be_read_whole_at_400_percent",
            BOTH_IN_STATES,
        ),
    ),
    Criterion(
        "1.4.11", "AA", "Velden, knoppen, beelden en de focus steken 3 tegen 1 af.", TESTED,
        "Van de velden, de knoppen en de rand om de focus is het contrast gemeten op een pagina van elke soort, licht en donker; van de velden en het beeld van de voortgang ook in een dossier.",
        (
            "browser/test_access_contrast::test_every_picture_of_progress_stands_out",
            "browser/test_access_contrast::test_every_control_stands_out",
            "browser/test_access_contrast::test_every_control_stands_out_in_a_dossier",
            "browser/test_access_contrast::test_the_focus_stands_out",
        ),
    ),
    Criterion(
        "1.4.12", "AA", "Ruimer gezette tekst valt niet weg.", TESTED,
        "Met de maten uit WCAG, op elke pagina en in elke toestand, op drie breedten.",
        (
            "browser/test_access_sizes::test_nothing_is_cut_when_a_reader_widens_the_text_spacing",
            "browser/test_access_states::test_no_state_loses_anything_to_zoom_or_wider_text",
        ),
    ),
    Criterion(
        "1.4.13", "AA", "Wat bij aanwijzen verschijnt, is te lezen en te sluiten.", ABSENT,
        "Niets verschijnt door aanwijzen. Door focus verschijnt alleen de link ‘Naar de inhoud’. Een uitleg opent met een knop en sluit met Escape; dat is getest.",
        ("browser/test_reading::test_a_term_is_explained_by_keyboard_and_closes_with_escape",),
    ),
    Criterion(
        "2.1.1", "A", "Alles werkt met het toetsenbord.", TESTED,
        "Menu, zoeken, uitleg, checklists, dossier en downloads.",
        (
            STOPS,
            "browser/test_access_keyboard::test_the_menu_opens_a_part_with_enter",
            "browser/test_access_keyboard::test_search_is_typed_walked_through_left_and_followed",
            "browser/test_access_keyboard::test_an_explanation_is_read_followed_by_its_link_and_closed_in_place",
            "browser/test_access_keyboard::test_a_download_starts_by_keyboard_and_keeps_its_place",
            "browser/test_dossier_points::test_the_whole_of_it_goes_by_keyboard",
            "browser/test_dossier_access::test_focus_goes_along_with_every_screen",
        ),
    ),
    Criterion(
        "2.1.2", "A", "U komt overal weer weg.", TESTED,
        "Op vijf soorten pagina’s komt u met Tab voorbij het einde. Op een checklist is de weg terug de weg heen, en zoeken sluit als u weggaat.",
        (
            STOPS,
            "browser/test_access_keyboard::test_the_way_back_is_the_way_there",
            "browser/test_access_keyboard::test_leaving_search_closes_it",
        ),
    ),
    Criterion(
        "2.1.4", "A", "Losse letters doen niets onverwachts.", TESTED,
        "De site kent geen sneltoetsen van één teken, alleen Ctrl+S en Ctrl+Z.",
        ("browser/test_access_keyboard::test_a_letter_does_nothing_outside_a_field",),
    ),
    Criterion("2.2.1", "A", "U krijgt genoeg tijd.", ABSENT, "Niets verloopt. Een melding blijft staan."),
    Criterion(
        "2.2.2", "A", "Wat beweegt, is stil te zetten.", ABSENT,
        "Niets beweegt uit zichzelf. Wie geen beweging wil, ziet er geen; dat is getest.",
        ("browser/test_access_sizes::test_who_wants_no_motion_sees_none",),
    ),
    Criterion("2.3.1", "A", "Niets flitst.", ABSENT, "Niets knippert of flitst."),
    Criterion(
        "2.4.1", "A", "U kunt het menu overslaan.", TESTED,
        "‘Naar de inhoud’ is de eerste stop en komt aan.",
        ("browser/test_access_keyboard::test_the_skip_link_is_the_first_stop_and_arrives",),
    ),
    Criterion(
        "2.4.2", "A", "Elke pagina heeft een eigen titel.", TESTED, "Geen twee titels zijn gelijk.",
        ("site/test_site::test_every_page_has_its_own_title",),
    ),
    Criterion(
        "2.4.3", "A", "De focus gaat in een logische volgorde.", TESTED,
        "Heen en terug, op twee breedten; in het dossier gaat de focus mee naar een volgend scherm en terug naar de knop waar u begon.",
        (
            STOPS,
            "browser/test_access_keyboard::test_the_way_back_is_the_way_there",
            "browser/test_dossier_access::test_focus_goes_along_with_every_screen",
            "browser/test_dossier_access::test_coming_back_from_a_document_is_where_it_was_opened_and_says_nothing",
            "browser/test_dossier_access::test_ctrl_z_keeps_the_focus_on_a_link_in_a_list_that_changes",
            "browser/test_access_keyboard::test_escape_while_reading_in_an_explanation_goes_back_to_its_term",
            "browser/test_dossier_page::test_opening_shows_first_and_changes_nothing_until_the_reader_chooses",
        ),
    ),
    Criterion(
        "2.4.4", "A", "Een link zegt waar hij heen gaat.", READ,
        "Beide programma’s vinden geen lege of dubbele namen; de woorden zijn nagelezen.",
        (
            BOTH_ON_PAGES,
            NAMES_ON_PAGES,
            "browser/test_access_names::test_the_name_of_a_result_is_its_title_and_its_page",
        ),
    ),
    Criterion(
        "2.4.5", "AA", "Een pagina is op meer manieren te vinden.", TESTED,
        "Via het menu, de overzichten, de fasen op volgorde en zoeken.",
        (
            "site/test_site::test_every_page_is_reached_by_links_from_the_front_page",
            "site/test_site::test_the_search_index_covers_every_page",
            "site/test_site::test_previous_and_next_walk_through_the_phases",
            "browser/test_reading::test_search_finds",
        ),
    ),
    Criterion("2.4.6", "AA", "Koppen en labels zeggen waar het over gaat.", READ, "Nagelezen; lezers hebben dit nog niet getest."),
    Criterion(
        "2.4.7", "AA", "U ziet waar de focus is.", TESTED,
        "Op een pagina van elke soort heeft alles wat de focus krijgt een rand van ten minste 2 pixels.",
        (STOPS, "browser/test_access_contrast::test_the_focus_stands_out"),
    ),
    Criterion(
        "2.4.11", "AA", "Wat de focus heeft, ligt nergens onder.", TESTED,
        "Ook niet onder de regel die zegt dat iets bewaard is. Een uitleg sluit als de focus verdergaat.",
        (
            STOPS,
            "browser/test_dossier_access::test_nothing_that_has_focus_is_under_the_saved_line",
            "browser/test_access_keyboard::test_an_explanation_closes_when_the_focus_goes_on",
        ),
    ),
    Criterion("2.5.1", "A", "Geen gebaar met meer vingers of een pad.", ABSENT, "Alles werkt met één tik."),
    Criterion("2.5.2", "A", "Een druk is nog terug te nemen.", READ, "Alle knoppen en links zijn die van de browser zelf."),
    Criterion(
        "2.5.3", "A", "In de naam staat de tekst die u ziet.", TESTED,
        "Beide programma’s op elke pagina en in elke toestand.",
        (BOTH_ON_PAGES, BOTH_IN_STATES),
    ),
    Criterion("2.5.4", "A", "Schudden of kantelen hoeft niet.", ABSENT, "De site let niet op beweging van het apparaat."),
    Criterion(
        "2.5.7", "AA", "Slepen hoeft niet.", TESTED,
        "Een bestand slepen mag, maar de knop ‘Open bestand’ doet hetzelfde.",
        (
            "browser/test_dossier_page::test_a_saved_file_opens_elsewhere_with_everything_in_it",
        ),
    ),
    Criterion(
        "2.5.8", "AA", "Wat u aanraakt, is minstens 24 pixels of staat vrij.", TESTED,
        "Op vier breedten, en 44 pixels op een aanraakscherm voor wat u vaak gebruikt. Een link in een regel tekst is lager, zoals die bij een bron (16 pixels) en een rol (18 pixels). De eis zondert die uit, als hij in een zin staat of genoeg ruimte om zich heen heeft.",
        (
            "browser/test_access_sizes::test_every_target_can_be_hit",
            "browser/test_access_sizes::test_what_a_finger_taps_is_44_pixels_high",
            BOTH_ON_PAGES,
            BOTH_IN_STATES,
        ),
    ),
    Criterion(
        "3.1.1", "A", "De pagina zegt in welke taal zij is.", TESTED, "Elke pagina is Nederlands.",
        ("browser/test_access_names::test_every_page_tells_its_language",),
    ),
    Criterion(
        "3.1.2", "AA", "Een stuk in een andere taal zegt dat ook.", TESTED,
        "Titels van bronnen met een andere taal, ook in zoekresultaten, en teksten van licenties. Of bij elke bron de juiste taal staat, is nagelezen. Namen van programma’s zijn uitgezonderd.",
        (
            "site/test_site::test_a_title_that_is_not_dutch_is_marked_and_nothing_else",
            "site/test_licences::test_the_page_shows_every_licence_whole_and_in_its_own_language",
            "browser/test_reading::test_a_result_is_read_aloud_in_the_language_of_its_words",
        ),
    ),
    Criterion(
        "3.2.1", "A", "Door focus alleen verandert er niets.", TESTED,
        "Tijdens de weg langs alle stops blijft u op de pagina.", (STOPS,),
    ),
    Criterion(
        "3.2.2", "A", "Door invullen alleen gaat u nergens heen.", READ,
        "Een keuze bij ‘Voor wie’ toont minder punten op dezelfde plek, en zegt hoeveel. ‘Kies een dossier’ opent een ander dossier op dezelfde pagina, en zegt welk.",
        (
            "browser/test_dossier_lens::test_a_lens_shows_what_is_for_a_role_and_says_what_it_hides",
            "browser/test_dossier_page::test_what_is_said_of_a_dossier_goes_when_it_is_no_longer_true",
        ),
    ),
    Criterion(
        "3.2.3", "AA", "Menu en voet zijn overal gelijk.", TESTED,
        "Dezelfde links in dezelfde volgorde op elke pagina.",
        ("site/test_consistency::test_the_menu_and_the_footer_are_the_same_everywhere",),
    ),
    Criterion("3.2.4", "AA", "Wat hetzelfde doet, heet hetzelfde.", READ, "De woorden van knoppen en links zijn naast elkaar gelegd."),
    Criterion(
        "3.2.6", "A", "Hulp staat op een vaste plek.", TESTED,
        "Onderaan elke pagina staat de link naar deze uitleg, en daar hoe u een probleem meldt.",
        (
            "site/test_consistency::test_every_page_says_at_the_same_place_how_to_report_a_barrier",
        ),
    ),
    Criterion(
        "3.3.1", "A", "Een fout wordt in woorden gemeld.", TESTED,
        "Een bestand dat niet te lezen is, codes die niet bestaan, een halve datum, een leeg eigen punt en een reden die ontbreekt. De melding hoort bij haar veld.",
        (
            "browser/test_dossier_page::test_what_is_wrong_with_a_file_is_told_with_its_field_until_something_changes",
            "browser/test_dossier_page::test_what_is_wrong_with_codes_is_told_with_their_field",
            "browser/test_dossier_points::test_half_a_date_or_an_impossible_year_is_told_and_costs_nothing",
            "browser/test_dossier_points::test_an_own_point_without_words_is_refused_with_a_sentence",
            "browser/test_dossier_points::test_help_and_warnings_are_heard_with_their_own_field",
        ),
    ),
    Criterion(
        "3.3.2", "A", "Een veld heeft een label.", TESTED,
        "Alles wat u gebruikt, heeft een naam, in elke toestand. Dat de naam ook zichtbaar bij het veld staat, is nagekeken.",
        (NAMES_ON_PAGES, NAMES_IN_STATES, BOTH_IN_STATES),
    ),
    Criterion(
        "3.3.3", "AA", "Een melding zegt wat u kunt doen.", TESTED,
        "Bij een datum, bij codes van papier en bij een eigen punt zegt de melding wat u moet typen. Bij een bestand zegt zij wat eraan mankeert.",
        (
            "browser/test_dossier_points::test_half_a_date_or_an_impossible_year_is_told_and_costs_nothing",
            "browser/test_dossier_page::test_what_is_wrong_with_codes_is_told_with_their_field",
            "browser/test_dossier_points::test_an_own_point_without_words_is_refused_with_a_sentence",
            "browser/test_dossier_page::test_a_hostile_or_broken_file_gets_one_sentence_and_changes_nothing",
        ),
    ),
    Criterion(
        "3.3.4", "AA", "Wat u wist of vervangt, is terug te halen.", TESTED,
        "Openen laat eerst zien wat er verandert; wissen en vervangen zijn ongedaan te maken zolang de pagina open is. Wat onleesbaar was, gaat pas weg na een vraag.",
        (
            "browser/test_dossier_page::test_opening_shows_first_and_changes_nothing_until_the_reader_chooses",
            "browser/test_dossier_page::test_replacing_can_be_undone",
            "browser/test_dossier_page::test_wiping_asks_first_and_can_be_taken_back",
            "browser/test_dossier_page::test_unreadable_work_is_thrown_away_only_after_a_question",
        ),
    ),
    Criterion("3.3.7", "A", "U vult niets twee keer in.", READ, "De naam van een dossier en de gemeente vult u één keer in; documenten nemen ze over."),
    Criterion("3.3.8", "AA", "Inloggen vraagt geen geheugen of puzzel.", ABSENT, "U hoeft nergens in te loggen."),
    Criterion(
        "4.1.2", "A", "Een hulpmiddel krijgt naam, rol en stand.", TESTED,
        "Gelezen uit de toegankelijkheidsboom van de browser, op elke pagina en in elke toestand.",
        (
            NAMES_ON_PAGES,
            NAMES_IN_STATES,
            "browser/test_access_names::test_a_point_is_told_with_its_step_its_text_and_its_state",
            "browser/test_access_names::test_a_term_is_told_as_a_button_that_opens_its_explanation",
        ),
    ),
    Criterion(
        "4.1.3", "AA", "Een hulpmiddel hoort wat er verandert.", TESTED,
        "Elke plek die meldt, staat al in de boom voordat zij iets zegt. Het aantal zoekresultaten, een kleinere lijst, wat bewaard is en wat een knop deed.",
        (
            "browser/test_access_names::test_every_region_that_speaks_is_there_before_it_has_words",
            "browser/test_access_names::test_the_number_of_results_is_told_by_a_part_that_was_there_before",
            "browser/test_dossier_lens::test_lifting_a_lens_says_that_every_point_is_back",
            "browser/test_dossier_points::test_a_quiet_line_says_that_it_is_kept_and_when",
            "browser/test_dossier_page::test_saving_a_file_is_told_by_button_and_by_key",
        ),
    ),
)  # fmt: skip


def as_markdown() -> str:
    """Return a table for each principle, as the site publishes them."""
    return "\n".join(
        _part(principle, [c for c in CRITERIA if c.number.startswith(f"{number}.")])
        for number, principle in PRINCIPLES.items()
    )


def table(caption: str, head: tuple[str, str], rows: Iterable[tuple[object, object]]) -> str:
    """Return a table in Markdown, with the line above it that our Markdown makes a caption of."""
    lines = [f"| {first} | {second} |" for first, second in (head, ("---", "---"), *rows)]
    return "\n".join([f"Tabel: {caption}", "", *lines, ""])


def _part(principle: str, criteria: list[Criterion]) -> str:
    caption = f"Eisen bij ‘{principle}’, met de uitkomst\n{{ .alleen-hoorbaar }}"
    rows = [(f"{c.number} ({c.level}) {c.asks}", f"**{c.outcome}.** {c.how}") for c in criteria]
    return f"### {principle}\n\n{table(caption, ('Eis', 'Uitkomst'), rows)}"


def named_tests() -> str:
    """Return which tests go with each criterion, for who changes the site."""
    return "".join(f"- {c.number}: {_names(c.tests)}\n" for c in CRITERIA if c.tests)


def _names(tests: tuple[str, ...]) -> str:
    return ", ".join(f"`{test.partition('::')[2]}`" for test in tests)
