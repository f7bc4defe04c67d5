"""What a type cannot say: one function per rule, its docstring is the reason."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from . import model, richtext
from .content import Content, Entry, Value
from .deceit import false_names
from .model import ADRES_PATTERN, REDACTIE, WEB_PATTERN, Prose, Ref
from .problems import Position, Problem, suggest

Rule = Callable[[Content], Iterator[Problem]]

SITE_REMEDY = (
    "Na https:// staat meteen de naam van de site: letters van a tot z, cijfers, punten en losse "
    "streepjes, geen @ en geen xn--."
)


def check(content: Content, *, complete: bool) -> list[Problem]:
    """Return the problems of all rules.

    When a file could not be read (`complete` is false), rules that need the whole
    guide stay silent: everything that file holds would seem to be missing.
    """
    active = (*RULES, *WHOLE_GUIDE_RULES) if complete else RULES
    return [problem for rule in active for problem in rule(content)]


def ids_are_unique(content: Content) -> Iterator[Problem]:
    """Saved work and links hang on ids, so no two things of one kind may share one.

    A phase, a step and a point share one space, for their ids are all addresses on a page.
    """
    seen: dict[tuple[str, str], Entry] = {}
    for entry in content.entries:
        id_ = entry.text("id")
        if not entry.kind or not id_:
            continue
        space = "gids" if entry.kind in ("fase", "stap", "punt") else entry.kind
        first = seen.setdefault((space, id_), entry)
        if first is not entry:
            yield Problem(
                entry.at("id"),
                f"Het id ‘{id_}’ is al gebruikt op {first.at('id')}. Kies een ander id.",
            )


def codes_are_unique(content: Content) -> Iterator[Problem]:
    """A code is printed on paper and typed back, so it must mean one point, of one phase."""
    seen: dict[str, Entry] = {}
    prefix = ""
    for entry in content.entries:
        if entry.type is model.Fase:
            prefix = entry.text("code") or ""
        code = entry.text("code")
        if entry.type is not model.Punt or not code:
            continue
        first = seen.setdefault(code, entry)
        if first is not entry:
            yield Problem(
                entry.at("code"),
                f"De code ‘{code}’ is al gebruikt op {first.at('code')}. Kies een andere code.",
            )
        elif prefix and not code.startswith(f"{prefix}-"):
            yield Problem(
                entry.at("code"),
                f"De code ‘{code}’ hoort niet bij deze fase. Begin de code met {prefix}-.",
            )


def codes_keep_their_point(content: Content) -> Iterator[Problem]:
    """Paper that was printed earlier still has to mean the same point."""
    by_code = {p.code: p.id for p in content.published if p.code}
    by_id = {p.id: p.code for p in content.published if p.code}
    for entry in content.of(model.Punt):
        id_, code = entry.text("id"), entry.text("code")
        if not id_ or not code:
            continue
        if by_id.get(id_, code) != code:
            yield Problem(
                entry.at("code"),
                f"Dit punt is gepubliceerd met de code ‘{by_id[id_]}’. Zet die code terug.",
            )
        elif by_code.get(code, id_) != id_:
            yield Problem(
                entry.at("code"),
                f"De code ‘{code}’ was van het punt ‘{by_code[code]}’. Kies een nieuwe code.",
            )


def references_resolve(content: Content) -> Iterator[Problem]:
    """A reference to nothing sends a reader nowhere."""
    for value, kind, target in _references(content):
        known = [*content.ids[kind], *([REDACTIE] if kind == "bron" else [])]
        if target not in known:
            yield Problem(
                value.position,
                f"‘{target}’ is geen {_NAMES[kind]} in deze gids. {suggest(target, known)}",
            )


def prose_is_plain(content: Content) -> Iterator[Problem]:
    """Text reaches a browser, Typst and office files; markup of any of them may not ride along."""
    for value in _prose(content):
        text = value.text
        if "\n" in text.strip():
            yield Problem(
                value.position,
                "In deze tekst begint een nieuwe alinea. Maak er één alinea van: haal de lege regel "
                "weg, en begin een tekst van meer regels met >-.",
            )
        if match := _HTML.search(text):
            yield Problem(
                value.position,
                f"In deze tekst staat HTML: ‘{match[0][:20]}’. "
                "Haal het weg; gebruik ** voor vet en * voor cursief.",
            )
        if match := _BRACES.search(text):
            yield Problem(
                value.position,
                f"De tekens ‘{match[0]}’ kunnen hier niet. Haal ze weg.",
            )
        if "![" in text:
            yield Problem(
                value.position,
                "De tekens ‘![’ maken in Markdown een plaatje, dat van elders kan komen. "
                "Haal het uitroepteken weg, of zet er een spatie achter.",
            )
        spans = richtext.parse(text)
        if not value.marker(Prose).markup and any(not isinstance(s, richtext.Text) for s in spans):
            yield Problem(
                value.position,
                "Een titel of naam is gewone tekst: hij staat ook in links en koppen. Haal link, vet, "
                "cursief of code eruit, of zet het in een zin.",
            )
        for span in spans:
            if isinstance(span, richtext.Link) and span.kind == "web" and not _is_web(span.target):
                yield Problem(
                    value.position,
                    f"Naar ‘{span.target[:60]}’ kan geen link wijzen. Gebruik een adres met "
                    f"https://, of een soort en een id, zoals (begrip:dpia). {SITE_REMEDY}",
                )
        if match := _LOOSE.search("".join(_loose_text(text))):
            yield Problem(
                value.position,
                f"De tekens ‘{match[0]}’ zijn geen volledige opmaak. Sluit de opmaak af of haal "
                "de tekens weg. Mogelijk zijn **vet**, *cursief*, `code` en [tekst](adres).",
            )


def links_go_where_they_say(content: Content) -> Iterator[Problem]:
    """A text that names a site promises that site."""
    for place, label, target in _web_links(content):
        for named, host in false_names(label, target):
            yield Problem(
                place,
                f"De tekst van deze link noemt ‘{named}’, maar de link gaat naar ‘{host}’. "
                "Maak die twee gelijk, of schrijf wat de lezer daar vindt.",
            )


def prose_can_be_printed(content: Content) -> Iterator[Problem]:
    """The typeface of the PDF has letters and signs, not pictures; a gap stops the document."""
    for value in _prose(content):
        if match := _PICTURE.search(value.text):
            yield Problem(
                value.position,
                f"Het teken ‘{match[0]}’ bestaat niet in het lettertype van de pdf. "
                "Gebruik letters en leestekens.",
            )


def texts_of_points_differ(content: Content) -> Iterator[Problem]:
    """Two points with the same text are one point, ticked twice."""
    seen: dict[str, Entry] = {}
    for entry in content.of(model.Punt):
        text = " ".join(richtext.plain(entry.text("tekst") or "").casefold().split())
        if not text:
            continue
        first = seen.setdefault(text, entry)
        if first is not entry:
            yield Problem(
                entry.at("tekst"),
                f"Deze tekst staat ook op {first.at('tekst')}. Voeg de punten samen of "
                "maak duidelijk wat het verschil is.",
            )


def grounds_are_not_stronger_than_sources(content: Content) -> Iterator[Problem]:
    """A reader trusts the label; it may never promise more than the sources carry."""
    for entry in content.of(model.Punt):
        ground, ids = entry.text("onderbouwing"), entry.texts("bronnen")
        if not ids:
            continue
        sources = [content.ids["bron"][id_] for id_ in ids if id_ in content.ids["bron"]]
        kinds = {source.text("soort") for source in sources}
        if ground in ("wet", "onderzoek") and ground not in kinds:
            yield Problem(
                entry.at("onderbouwing"),
                f"Geen van de bronnen bij dit punt is van de soort ‘{ground}’. "
                "Kies een lichtere onderbouwing of noem zo’n bron.",
            )
        if ground == "praktijk" and not sources:
            yield Problem(
                entry.at("onderbouwing"),
                "Bij dit punt staat geen bron uit de praktijk. "
                "Kies de onderbouwing ‘redactie’ of noem een bron.",
            )
        if ground == "redactie" and REDACTIE not in ids:
            yield Problem(
                entry.at("bronnen"),
                "De onderbouwing is ‘redactie’. Zet ‘redactie’ ook bij de bronnen.",
            )


def leader_takes_part(content: Content) -> Iterator[Problem]:
    """Who leads a point also sees it through the lens of the own role."""
    for entry in content.of(model.Punt):
        leader, rollen = entry.text("trekker"), entry.texts("rollen")
        if leader and rollen and leader not in rollen:
            yield Problem(
                entry.at("trekker"),
                f"De trekker ‘{leader}’ staat niet bij de rollen. Zet hem daar ook bij.",
            )


def words_of_terms_differ(content: Content) -> Iterator[Problem]:
    """One word in the text can get one explanation."""
    seen: dict[str, Position] = {}
    for value in content.values:
        if value.entry.type is model.Begrip and value.field == "herken":
            first = seen.setdefault(value.text.casefold(), value.position)
            if first != value.position:
                yield Problem(
                    value.position,
                    f"Het woord ‘{value.text}’ hoort al bij een begrip op {first}. "
                    "Laat het bij één van de twee staan.",
                )


def published_ids_still_exist(content: Content) -> Iterator[Problem]:
    """People's saved work hangs on an id; an id that leaves must say where its work goes."""
    gone = {
        (entry.text("soort") or "", entry.text("id") or ""): entry
        for entry in content.of(model.Vervallen)
    }
    for item in content.published:
        if item.id not in content.ids[item.kind] and (item.kind, item.id) not in gone:
            if item.kind in ("laag", "domein"):
                continue
            yield Problem(
                Position(content.lock),
                f"Het id ‘{item.id}’ ({_NAMES[item.kind]}) is gepubliceerd maar staat niet meer in "
                "de gids. Zet het terug, of noteer het in vervallen.yml met de reden.",
            )
    for (kind, id_), entry in gone.items():
        if kind not in _NAMES:
            continue
        if id_ in content.ids[kind]:
            yield Problem(
                entry.at("id"),
                f"Het id ‘{id_}’ is vervallen, maar staat nog in de gids op "
                f"{content.ids[kind][id_].at('id')}. Kies voor een van de twee.",
            )
        for number, heir in enumerate(entry.texts("vervangen_door")):
            if heir not in content.ids[kind]:
                yield Problem(
                    entry.at("vervangen_door", number),
                    f"‘{heir}’ is geen {_NAMES[kind]} in deze gids. "
                    f"{suggest(heir, list(content.ids[kind]))}",
                )


def everything_is_used(content: Content) -> Iterator[Problem]:
    """A source, role or term that nothing refers to was forgotten, here or there."""
    used = {(kind, target) for _, kind, target in _references(content)}
    for kind in ("bron", "rol", "hoofdstuk"):
        for id_, entry in content.ids[kind].items():
            if (kind, id_) not in used:
                yield Problem(
                    entry.at("id"),
                    f"Niets in de gids verwijst naar {_NAMES[kind]} ‘{id_}’. "
                    "Gebruik het ergens of haal het weg.",
                )
    terms = {
        id_: [entry.text("term") or "", entry.text("afkorting") or "", *entry.texts("herken")]
        for id_, entry in content.ids["begrip"].items()
    }
    occurs = _owners(content, chain.from_iterable(terms.values()))
    for id_, entry in content.ids["begrip"].items():
        if ("begrip", id_) in used or any(
            owner is not entry for word in terms[id_] for owner in occurs(word)
        ):
            continue
        yield Problem(
            entry.at("id"),
            f"Het begrip ‘{id_}’ komt nergens in de gids voor. Gebruik het of haal het weg.",
        )


def terms_are_not_hidden(content: Content) -> Iterator[Problem]:
    """A word to recognise that never occurs is a typing error in the glossary."""
    words = [
        value
        for value in content.values
        if value.entry.type is model.Begrip and value.field == "herken"
    ]
    occurs = _owners(content, (value.text for value in words))
    for value in words:
        if all(owner is value.entry for owner in occurs(value.text)):
            yield Problem(
                value.position,
                f"Het woord ‘{value.text}’ komt nergens in de gids voor. "
                "Controleer de spelling of haal het weg.",
            )


def points_are_checked_recently(content: Content) -> Iterator[Problem]:
    """Old advice is dangerous advice: warn after 12 months, stop after 18 (law: 6 and 12).

    Months count to the date of this version, so that an old checkout still builds.
    """
    for cover in content.of(model.Omslag):
        today = _date(cover.text("datum"))
        for entry in content.of(model.Punt):
            checked = _date(entry.text("gecontroleerd"))
            if not today or not checked:
                continue
            place = entry.at("gecontroleerd")
            is_law = entry.text("onderbouwing") == "wet" or entry.text("juridisch") == "ja"
            warn, fail = (6, 12) if is_law else (12, 18)
            months = (today.year - checked.year) * 12 + today.month - checked.month
            months -= today.day < checked.day
            if months >= warn:
                yield Problem(
                    place,
                    f"Dit punt is {months} maanden geleden gecontroleerd; na {fail} maanden stopt "
                    "de bouw. Loop de bronnen na en zet de nieuwe datum neer.",
                    warning=months < fail,
                )


def nothing_is_dated_ahead(content: Content) -> Iterator[Problem]:
    """What was checked, seen or taken away was so before this version came out."""
    for cover in content.of(model.Omslag):
        today = _date(cover.text("datum"))
        for entry in content.entries:
            key = _LOOKS_BACK.get(entry.type, "")
            done = _date(entry.text(key))
            if today and done and done > today:
                yield Problem(
                    entry.at(key),
                    f"De datum {done} ligt na de datum van deze versie ({today}). "
                    "Herstel een van de twee datums.",
                )


def phases_are_numbered_in_order(content: Content) -> Iterator[Problem]:
    """The number of a phase is on paper and in addresses; a gap or a swap confuses."""
    for expected, entry in enumerate(content.of(model.Fase), start=1):
        number = entry.text("nummer")
        if number and number != str(expected):
            yield Problem(
                entry.at("nummer"),
                f"Deze fase heeft nummer {number}, maar is volgens de bestandsnaam de "
                f"{expected}e. Maak die twee gelijk.",
            )


RULES: Sequence[Rule] = (
    ids_are_unique,
    codes_are_unique,
    codes_keep_their_point,
    prose_is_plain,
    links_go_where_they_say,
    prose_can_be_printed,
    texts_of_points_differ,
    leader_takes_part,
    words_of_terms_differ,
    points_are_checked_recently,
    nothing_is_dated_ahead,
)

WHOLE_GUIDE_RULES: Sequence[Rule] = (
    references_resolve,
    grounds_are_not_stronger_than_sources,
    published_ids_still_exist,
    everything_is_used,
    terms_are_not_hidden,
    phases_are_numbered_in_order,
)

_NAMES = {
    "fase": "fase",
    "stap": "stap",
    "punt": "punt",
    "bron": "bron",
    "begrip": "begrip",
    "rol": "rol",
    "maatregel": "maatregel",
    "wet": "wet",
    "laag": "laag",
    "hoofdstuk": "hoofdstuk van het plan",
    "domein": "domein",
}

_LOOKS_BACK = {
    model.Punt: "gecontroleerd",
    model.Bron: "gezien_op",
    model.Wet: "gezien_op",
    model.Vervallen: "datum",
}
"""The date by which a record says when somebody did something."""

_HTML = re.compile(r"</?[a-zA-Z!?][^>]*>?|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_BRACES = re.compile(r"\{[{%#]|[%}]\}|[{}]")
"""Jinja runs what stands between them, and Markdown makes a class or an id of it."""

_PICTURE = re.compile(r"[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U00010000-\U0010ffff]")
_LOOSE = re.compile(r"\*\*|`|\]\(|\]\[|^#+ ")


def _prose(content: Content) -> Iterator[Value]:
    return (value for value in content.values if value.marker(Prose))


def _owners(content: Content, phrases: Iterable[str]) -> Callable[[str], Sequence[Entry]]:
    """Return what tells in which records one of `phrases` stands, as whole words and in any case.

    The time grows with the texts, not with the number of phrases.
    """
    wanted = {_tokens(phrase) for phrase in phrases}
    lengths: dict[str, set[int]] = {}
    for phrase in wanted:
        lengths.setdefault(phrase[0] if phrase else "", set()).add(len(phrase))
    found: dict[tuple[str, ...], list[Entry]] = {}
    for value in _prose(content):
        tokens = _tokens(richtext.plain(value.text))
        for start, token in enumerate(tokens):
            for length in lengths.get(token, ()):
                if (phrase := tokens[start : start + length]) in wanted:
                    found.setdefault(phrase, []).append(value.entry)
    return lambda phrase: found.get(_tokens(phrase), ())


def _tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, and each sign between them."""
    return tuple(re.findall(r"\w+|[^\w\s]", text.casefold()))


def _references(content: Content) -> Iterator[tuple[Value, str, str]]:
    """Yield every reference: the text it stands in, the kind and the id it points to."""
    for value in content.values:
        if ref := value.marker(Ref):
            yield value, ref.kind, value.text
        elif value.marker(Prose):
            for span in richtext.parse(value.text):
                if isinstance(span, richtext.Link) and span.kind != "web":
                    yield value, span.kind, span.target


def _loose_text(text: str) -> Iterator[str]:
    return (span.text for span in richtext.parse(text) if isinstance(span, richtext.Text))


def _web_links(content: Content) -> Iterator[tuple[Position, str, str]]:
    """Yield the place, the text and the sound address of every link to another site."""
    for value in _prose(content):
        for span in richtext.parse(value.text):
            if isinstance(span, richtext.Link) and _is_web(span.target):
                yield value.position, span.text, span.target
    for entry in content.of(model.Bron):
        title, url = entry.text("titel"), entry.text("url")
        if title and url and re.fullmatch(ADRES_PATTERN, url):
            yield entry.at("titel"), richtext.plain(title), url


def _is_web(target: str) -> bool:
    return re.fullmatch(WEB_PATTERN, target) is not None


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None
