"""The YAML laid beside the model: every record and every text with its place.

Rules read this instead of the finished records, so that a mistake in one file
does not hide the mistakes in another.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import model
from .model import Record
from .problems import Position
from .source import Node

KINDS: Mapping[type[Record], str] = types.MappingProxyType(
    {
        model.Fase: "fase",
        model.Stap: "stap",
        model.Punt: "punt",
        model.Bron: "bron",
        model.Begrip: "begrip",
        model.Rol: "rol",
        model.Maatregel: "maatregel",
        model.Wet: "wet",
        model.Laag: "laag",
        model.Hoofdstuk: "hoofdstuk",
    }
)
"""What an id belongs to; a `domein` is told apart by the field that holds it."""


KIND_NAMES = frozenset({*KINDS.values(), "domein"})


@dataclass(frozen=True)
class Entry:
    """A record as it stands in a file, checked or not."""

    type: type[Record]
    node: Node
    kind: str | None

    def text(self, key: str) -> str | None:
        """Return the text under `key`, or `None` where there is none."""
        match self.node.value:
            case dict(items) if key in items and isinstance(items[key].value, str):
                return str(items[key].value)
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts in the list under `key`."""
        match self.node.value:
            case dict(items) if key in items:
                listed = items[key].value
                if isinstance(listed, list):
                    return tuple(node.value for node in listed if isinstance(node.value, str))
        return ()

    def at(self, *path: str | int) -> Position:
        """Return the place of the value at `path` in this record."""
        return self.node.at(path)


@dataclass(frozen=True)
class Value:
    """One text in a record, with what its type says about it."""

    entry: Entry
    field: str
    text: str
    position: Position
    markers: tuple[object, ...]

    def marker(self, type_: type) -> Any:
        """Return the marker of this type, or `None`."""
        return next((m for m in self.markers if isinstance(m, type_)), None)


@dataclass(frozen=True)
class Published:
    """An id that has been published once, as `gepubliceerd.lock` remembers it."""

    kind: str
    id: str
    code: str = ""


@dataclass(frozen=True)
class Content:
    """Everything in the files that could be read."""

    parts: tuple[Entry | Value, ...]
    published: tuple[Published, ...] = ()
    lock: str = "checklists/gepubliceerd.lock"

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The records, in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Entry))

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The texts, in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Value))

    def of(self, type_: type[Record]) -> Iterator[Entry]:
        """Yield the records of one type."""
        return (entry for entry in self.entries if entry.type is type_)

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, Entry]]:
        """The records by kind and id; the first one wins."""
        found: dict[str, dict[str, Entry]] = {kind: {} for kind in KIND_NAMES}
        for entry in self.entries:
            id_ = entry.text("id")
            if entry.kind and id_:
                found[entry.kind].setdefault(id_, entry)
        return found


def walk(type_: type[Record], node: Node, kind: str | None = None) -> Iterator[Entry | Value]:
    """Yield the record in `node` and everything under it that the model has a place for."""
    entry = Entry(type_, node, kind or KINDS.get(type_))
    yield entry
    if not isinstance(node.value, dict):
        return
    hints = typing.get_type_hints(type_, include_extras=True)
    for key, child in node.value.items():
        if key in type_.model_fields:
            yield from _walk_value(entry, key, hints[key], child, ())


def _walk_value(
    entry: Entry, field: str, hint: Any, node: Node, markers: tuple[object, ...]
) -> Iterator[Entry | Value]:
    if typing.get_origin(hint) is typing.Annotated:
        hint, *extra = typing.get_args(hint)
        yield from _walk_value(entry, field, hint, node, (*markers, *extra))
    elif typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = next(a for a in typing.get_args(hint) if a is not type(None))
        yield from _walk_value(entry, field, inner, node, markers)
    elif typing.get_origin(hint) is tuple:
        if isinstance(node.value, list):
            for item in node.value:
                yield from _walk_value(entry, field, typing.get_args(hint)[0], item, ())
    elif isinstance(hint, type) and issubclass(hint, Record):
        yield from walk(hint, node, "domein" if field == "domeinen" else None)
    elif isinstance(node.value, str):
        yield Value(entry, field, node.value, node.position, markers)
