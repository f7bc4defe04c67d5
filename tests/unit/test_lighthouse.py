"""What Lighthouse takes points for is mended, or has a reason that is said."""

import pytest

from scripts import lighthouse


@pytest.fixture
def measured(monkeypatch, tmp_path):
    """Let Lighthouse answer what a test wants, without a server or a browser."""

    def measured(**failed):
        result = {
            "scores": dict.fromkeys(lighthouse.PARTS, 99),
            "failed": {part: [] for part in lighthouse.PARTS} | failed,
            "largest": '<p class="kern">Tekst',
            "seconds": 1.2345,
            "shift": 0,
        }
        monkeypatch.setattr(lighthouse, "serve", lambda *_: _Given("http://127.0.0.1/"))
        monkeypatch.setattr(lighthouse, "_listening_browser", lambda: _Given(1))
        monkeypatch.setattr(lighthouse, "_look", lambda *_: [result])
        return lighthouse.measure(tmp_path, ("index.html",))

    return measured


class _Given:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *_):
        return None


def test_a_slow_machine_costs_points_but_is_no_mistake_of_the_site(measured, capsys):
    assert measured(performance=["largest-contentful-paint"])
    assert (
        '| index.html | 99 | 99 | 99 | 99 | 1.2 s | `<p class="kern">` |' in capsys.readouterr().out
    )


def test_a_lost_point_with_a_reason_is_explained(measured, capsys):
    assert measured(seo=["robots-txt"])
    assert "from within the page" in capsys.readouterr().out


def test_a_lost_point_without_a_reason_fails_and_is_named(measured, capsys):
    assert not measured(accessibility=["image-alt"], seo=["robots-txt"])
    assert "`image-alt`: NO REASON YET" in capsys.readouterr().out
