"""Inline text: a little markup, and everything else as typed."""

import pytest

from macros.richtext import Code, Emphasis, Link, Strong, Text, parse, plain


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("gewoon", (Text("gewoon"),)),
        ("een **vet** woord", (Text("een "), Strong("vet"), Text(" woord"))),
        ("een *schuin* woord", (Text("een "), Emphasis("schuin"), Text(" woord"))),
        ("`code`", (Code("code"),)),
        ("zie [DPIA](begrip:dpia).", (Text("zie "), Link("DPIA", "begrip", "dpia"), Text("."))),
        ("[site](https://een.example/a?b=c)", (Link("site", "web", "https://een.example/a?b=c"),)),
        ("2 * 3 * 4 = 24", (Text("2 * 3 * 4 = 24"),)),
        ("a_b_c en x[1]", (Text("a_b_c en x[1]"),)),
        ("5 < 6 & 7 > 2", (Text("5 < 6 & 7 > 2"),)),
        ("", ()),
    ],
)
def test_text_becomes_spans(text, spans):
    assert parse(text) == spans


def test_plain_text_has_no_markup():
    assert plain("een **vet** [woord](begrip:dpia) en `code`") == "een vet woord en code"
