"""Inline text as HTML for one page, with an explanation at the first use of each term."""

from __future__ import annotations

import re

from markupsafe import Markup

from . import richtext
from .addresses import address
from .model import Begrip, Gids


class Prose:
    """Writes the texts of one page; remembers which terms that page has explained.

    `up` is the way from the page to the root of the site: empty, or `../`.
    """

    def __init__(self, gids: Gids, up: str) -> None:
        self._gids = gids
        self._up = up
        self._terms = {
            word: begrip for begrip in gids.begrippen.begrippen for word in begrip.herken
        }
        self._folded = {word.casefold(): begrip for word, begrip in self._terms.items()}
        self._pattern = _pattern(list(self._terms))
        self.explained: dict[str, Begrip] = {}

    def plain(self, text: str) -> Markup:
        """Return a text as HTML, without explanations: for labels, headings and definitions."""
        return Markup("").join(self._span(span) for span in richtext.parse(text))

    def explain(self, text: str) -> Markup:
        """Return a text as HTML; a term that is new on this page becomes a button."""
        return Markup("").join(
            self._with_terms(span.text) if isinstance(span, richtext.Text) else self._span(span)
            for span in richtext.parse(text)
        )

    def href(self, kind: str, id_: str) -> str:
        """Return the address of a record, or of a page, as seen from this page."""
        return self._up + (id_ if kind == "pagina" else address(self._gids, kind, id_))

    def _span(self, span: richtext.Span) -> Markup:
        match span:
            case richtext.Text(text):
                return Markup.escape(text)
            case richtext.Strong(text):
                return Markup("<strong>{}</strong>").format(text)
            case richtext.Emphasis(text):
                return Markup("<em>{}</em>").format(text)
            case richtext.Code(text):
                return Markup("<code>{}</code>").format(text)
            case richtext.Link(text, "web", target):
                return Markup('<a href="{}">{}</a>').format(target, text)
            case richtext.Link(text, kind, target):
                return Markup('<a href="{}">{}</a>').format(self.href(kind, target), text)

    def _with_terms(self, text: str) -> Markup:
        if self._pattern is None:
            return Markup.escape(text)
        html, end = Markup(""), 0
        for match in self._pattern.finditer(text):
            begrip = self._folded[match[0].casefold()]
            if begrip.id in self.explained:
                continue
            self.explained[begrip.id] = begrip
            html += Markup.escape(text[end : match.start()])
            html += Markup(
                '<button type="button" class="begrip" popovertarget="uitleg-{}">{}</button>'
            ).format(begrip.id, match[0])
            end = match.end()
        return html + Markup.escape(text[end:])


def _pattern(words: list[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds the words, longest first; abbreviations keep their capitals."""
    if not words:
        return None
    alternatives = "|".join(
        re.escape(word) if any(c.isupper() for c in word[1:]) else f"(?i:{re.escape(word)})"
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")
