"""A built page keeps what a reader sees, and loses what only the makers saw."""

from macros.finish import mend
from macros.offline import in_a_folder, on_the_web


def test_blank_lines_go_except_in_a_block_of_code():
    html = "<p>Een</p>   \n\n\n  <pre><code>a:  \n\n  b\n</code></pre>\n \n<p>Twee</p>"

    assert mend(html) == ("<p>Een</p>\n  <pre><code>a:  \n\n  b\n</code></pre>\n<p>Twee</p>\n")


def test_what_writers_say_to_each_other_goes():
    assert mend("<p>Een<!-- nog doen --></p>") == "<p>Een</p>\n"


def test_a_page_full_of_spaces_is_mended_as_soon_as_any_other():
    """The time once grew with the square of the spaces: this page took ten minutes."""
    html = f"<p>Een{' ' * 200_000}twee</p><code>{' ' * 200_000}x</code>"

    assert mend(html) == f"{html}\n"
    assert on_the_web(html, "") == in_a_folder(html) == html
