"""A built page keeps what a reader sees, and loses what only the makers saw."""

from macros.finish import mend


def test_blank_lines_go_except_in_a_block_of_code():
    html = "<p>Een</p>   \n\n\n  <pre><code>a:  \n\n  b\n</code></pre>\n \n<p>Twee</p>"

    assert mend(html) == ("<p>Een</p>\n  <pre><code>a:  \n\n  b\n</code></pre>\n<p>Twee</p>\n")


def test_what_writers_say_to_each_other_goes():
    assert mend("<p>Een<!-- nog doen --></p>") == "<p>Een</p>\n"
