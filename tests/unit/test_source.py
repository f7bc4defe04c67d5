"""What an editor types is what arrives."""

import pytest

from macros.source import SourceError, parse


def test_words_stay_as_typed():
    node = parse("a: nee\nb: 1.10\nc: 2026-01-01\nd: ~\n", "x.yml")

    assert node.plain() == {"a": "nee", "b": "1.10", "c": "2026-01-01", "d": "~"}


def test_every_value_knows_its_place():
    node = parse("a:\n  - b: c\n", "x.yml")

    assert str(node.at(("a", 0, "b"))) == "x.yml:2:8"


def test_the_place_of_what_is_missing_is_the_record_around_it():
    node = parse("a:\n  - b: c\n", "x.yml")

    assert str(node.at(("a", 0, "d"))) == "x.yml:2:5"


def test_a_second_document_is_refused():
    with pytest.raises(SourceError, match="tweede document"):
        parse("a: b\n---\nc: d\n", "x.yml")


def test_an_alias_bomb_is_refused_before_it_unfolds():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]

    with pytest.raises(SourceError, match="Verwijzingen met & en"):
        parse("\n".join(lines), "x.yml")
