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


def test_more_values_than_the_checks_can_handle_are_refused_where_they_begin():
    lines = [f"{number}: x" for number in range(5_001)]

    with pytest.raises(SourceError, match=r"^x.yml:5000:\d: Tot hier staan al 10.000 sleutels"):
        parse("\n".join(lines), "x.yml")


CONTROL = "\x00\x07\x1b\x7f\x85\x9f"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u2800\u00ad\u200b\u200c\u200d\u2028\u2029\u2060\ufeff\ufe0f\ue000\uffff\U000e0041"


@pytest.mark.parametrize("sign", CONTROL + BIDI + UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize(
    ("before", "place"), [("a: ", "2:5"), ("a: >\n  ", "3:4"), ("", "2:2"), ("# ", "2:4")]
)
def test_a_sign_that_nobody_sees_is_refused_where_it_stands(sign, before, place):
    with pytest.raises(SourceError) as caught:
        parse(f"x: y\n{before}b{sign}c: d\n", "x.yml")

    assert str(caught.value).startswith(f"x.yml:{place}: ")
    assert f"U+{ord(sign):04X}" in str(caught.value)


@pytest.mark.parametrize("code", [r"\0", r"\a", r"\r", r"\e", r"\N", r"\L", r"\x9f"])
def test_a_control_character_in_an_escape_is_refused(code):
    with pytest.raises(SourceError, match=r"x.yml:1:4: .*U\+00|x.yml:1:4: .*U\+2028"):
        parse(f'a: "b{code}c"\n', "x.yml")


@pytest.mark.parametrize("code", [r"\u202e", r"\u200b", r"\uFEFF", r"\U000e0041"])
def test_a_hidden_sign_in_an_escape_is_refused_in_a_key_as_well(code):
    with pytest.raises(SourceError) as caught:
        parse(f'a: b\n"c{code}d":\n  "e{code}f"\n', "x.yml")

    assert [problem.position.line for problem in caught.value.problems] == [2, 3]


def test_a_line_that_ends_in_the_way_of_an_old_mac_is_refused():
    """YAML starts a new line there: what a reviewer sees as comment would be a key."""
    with pytest.raises(SourceError, match=r"x.yml:1:10: .*U\+000D"):
        parse("# comment\rb: c\n", "x.yml")


def test_every_sign_that_dutch_needs_stays_as_typed():
    text = "één ‘woord’ – 5\u00a0% of 5\u202f%, co\u2011ouder … € ½ ĳ, \tcafe\u0301"

    assert parse(f"\r\na: b\r\nc: '{text}'\r\n", "x.yml").plain() == {"a": "b", "c": text}
    assert parse(r'a: "b\n\tc\_d"', "x.yml").plain() == {"a": "b\n\tc\u00a0d"}
