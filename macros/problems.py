"""A mistake in the content: where it is, what is wrong and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath


@dataclass(frozen=True, order=True)
class Position:
    """A place in a source file; `line` and `column` count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        # A name of a file may hold a line break, and then write a line of its own.
        path = "".join(sign if sign.isprintable() else "?" for sign in self.path)
        return f"{path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor can repair; a `warning` does not stop the build."""

    position: Position
    message: str
    warning: bool = False

    def __str__(self) -> str:
        prefix = "Let op: " if self.warning else ""
        return f"{self.position}: {prefix}{self.message}"

    def as_github_annotation(self) -> str:
        """Return the workflow command that puts the message beside the line in a review.

        Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        """
        level = "warning" if self.warning else "error"
        path = _escape(self.position.path).replace(":", "%3A").replace(",", "%2C")
        return (
            f"::{level} file={path},line={self.position.line},"
            f"col={self.position.column}::{_escape(self.message)}"
        )


class InvalidSourceError(Exception):
    """The content cannot become a guide; holds every problem, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in readable(self.problems)))


def readable(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by place; more than anybody reads end in one that counts the others.

    What stops the build goes before a warning then, wherever it stands.
    """
    urgent = sorted(problems, key=lambda problem: (problem.warning, problem))
    shown, others = sorted(urgent[:MOST_SHOWN]), urgent[MOST_SHOWN:]
    if others:
        count = f"{len(others):,}".replace(",", ".")
        noun = "punt" if len(others) == 1 else "punten"
        message = (
            f"Hier begint de rest: nog {count} {noun}. "
            "Herstel eerst wat hierboven staat en controleer dan opnieuw."
        )
        shown.append(Problem(others[0].position, message, others[0].warning))
    return tuple(shown)


def suggest(word: str, choices: Sequence[str]) -> str:
    """Return the remedy for a wrong word: the nearest right one, or else all of them."""
    if near := nearest(word, choices):
        return f"Bedoelt u ‘{near}’?"
    if len(choices) <= _MOST_CHOICES:
        return f"Kies uit: {', '.join(sorted(choices))}."
    return "Kijk in het bestand waar deze id’s staan welke er zijn, of voeg de nieuwe daar toe."


def nearest(word: str, choices: Sequence[str]) -> str | None:
    """Return the right word that somebody probably meant."""
    return next(iter(get_close_matches(word, choices, n=1, cutoff=0.6)), None)


def relative_path(path: PurePath, base: PurePath) -> str:
    """Return how messages name a file: from the project folder, with forward slashes."""
    return (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()


MOST_SHOWN = 200

_MOST_CHOICES = 24


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
