"""Inline text, parsed once: plain words, **bold**, *italic*, `code` and [links](doel)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Strong:
    """Words with weight."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Words with emphasis."""

    text: str


@dataclass(frozen=True)
class Code:
    """A literal."""

    text: str


@dataclass(frozen=True)
class Link:
    """A link: `kind` is `web`, or the kind of record that `target` is the id of."""

    text: str
    kind: str
    target: str


Span: TypeAlias = Text | Strong | Emphasis | Code | Link

LINK_KINDS = ("begrip", "bron", "fase", "maatregel", "punt", "rol", "stap", "wet")


def parse(text: str) -> tuple[Span, ...]:
    """Return the spans of a text, in order; what is no markup stays as typed."""
    return tuple(_spans(text))


def plain(text: str) -> str:
    """Return the words of a text without markup."""
    return "".join(span.text for span in parse(text))


_MARKUP = re.compile(
    r"\[(?P<label>[^\[\]]+)\]\((?P<goal>[^()\s]+)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|(?<![\w*])\*(?P<emphasis>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])"
    r"|`(?P<code>[^`]+)`"
)


def _spans(text: str) -> Iterator[Span]:
    end = 0
    for match in _MARKUP.finditer(text):
        if match.start() > end:
            yield Text(text[end : match.start()])
        yield _span(match)
        end = match.end()
    if end < len(text):
        yield Text(text[end:])


def _span(match: re.Match[str]) -> Span:
    if match["label"]:
        kind, _, target = match["goal"].partition(":")
        if kind in LINK_KINDS:
            return Link(match["label"], kind, target)
        return Link(match["label"], "web", match["goal"])
    if match["strong"]:
        return Strong(match["strong"])
    if match["emphasis"]:
        return Emphasis(match["emphasis"])
    return Code(match["code"])
