"""The text of a licence fits a screen of any width, and loses no word."""

from macros.notices import Notice


def paragraphs(text):
    return Notice("", "", "", "", "", text).paragraphs


def test_a_line_that_is_full_goes_on_in_the_next():
    text = "Permission is hereby granted to\nany person obtaining a copy of\nit.\n\nAS IS\n"

    assert paragraphs(text) == (
        ("Permission is hereby granted to any person obtaining a copy of it.",),
        ("AS IS",),
    )


def test_a_short_line_stays_a_line():
    text = "PREAMBLE\nThe goals of the licence are to\nstimulate."

    assert paragraphs(text) == (("PREAMBLE", "The goals of the licence are to stimulate."),)


def test_lines_that_were_drawn_are_left_out():
    assert paragraphs("--------\nSIL OPEN\n--------\n\n\nText -- here") == (
        ("SIL OPEN",),
        ("Text -- here",),
    )
