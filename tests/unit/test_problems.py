"""An editor's mistake is a folder: what differs from the small guide, and what the editor sees."""

import os
import shutil
import time
from pathlib import Path

import pytest

from macros.load import examine, load
from macros.model import Fase
from macros.problems import InvalidSourceError, Position, Problem, readable
from macros.source import MAX_BYTES

HERE = Path(__file__).parent
SMALL = HERE / "kleine_gids"
REAL = HERE.parents[1] / "checklists"
CASES = sorted((HERE / "fouten").iterdir())


@pytest.fixture
def checklists(tmp_path, monkeypatch):
    """The small guide, in a folder where messages name it `checklists/…`."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, "checklists")
    return Path("checklists")


def test_the_small_guide_has_no_problems(checklists):
    assert examine(checklists)[1] == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mistake_is_named_with_its_place_and_remedy(case, checklists, golden):
    shutil.copytree(case, checklists, dirs_exist_ok=True)
    if (case / "ontbreekt.txt").exists():
        for name in (case / "ontbreekt.txt").read_text().split():
            (checklists / name).unlink()

    _, problems = examine(checklists)

    assert problems
    golden("".join(f"{problem}\n" for problem in problems), case / "melding.txt")


@pytest.mark.parametrize(
    "link",
    [
        "[een.example](https://www.een.example/pad)",
        "[www.een.example](https://een.example)",
        "[Zie https://Een.example/gids.pdf.](https://een.example/gids.pdf)",
        "[redactie@een.example](https://een.example:443/contact)",
        "[de Jeugdwet, art. 7.3 (o.a. lid 2)](https://wetten.overheid.nl/BWBR0034925)",
    ],
)
def test_a_link_may_name_the_site_it_goes_to(link, checklists):
    cover = checklists / "gids.yml"
    cover.write_text(cover.read_text().replace("Deze gids is bedacht.", f"'{link}'"))

    assert examine(checklists)[1] == ()


def test_warnings_do_not_stop_the_build(checklists):
    fase = checklists / "fasen" / "1-kijken.yml"
    text = fase.read_text(encoding="utf-8")
    fase.write_text(text.replace("gecontroleerd: 2026-11-23", "gecontroleerd: 2025-10-01"))

    gids, problems = examine(checklists)

    assert gids is not None
    assert [problem.warning for problem in problems] == [True, True]


def test_law_grows_old_sooner(checklists):
    fase = checklists / "fasen" / "1-kijken.yml"
    text = fase.read_text(encoding="utf-8").replace("2026-11-23", "2026-03-01")
    fase.write_text(text.replace("juridisch: nee", "juridisch: ja"))

    _, problems = examine(checklists)

    assert len(problems) == 1
    assert "8 maanden geleden" in problems[0].message


def test_load_raises_with_every_problem_of_every_file(checklists):
    (checklists / "naslag" / "wetten.yml").write_text("wetten: []\n")
    (checklists / "naslag" / "rollen.yml").unlink()

    with pytest.raises(InvalidSourceError) as caught:
        load(checklists)

    assert {problem.position.path for problem in caught.value.problems} == {
        "checklists/naslag/rollen.yml",
        "checklists/naslag/wetten.yml",
    }


def test_a_phase_that_cannot_be_read_puts_no_blame_on_the_others(tmp_path):
    shutil.copytree(REAL, tmp_path / "checklists")
    first = min((tmp_path / "checklists" / "fasen").iterdir())
    first.write_text(f"\t{first.read_text(encoding='utf-8')}", encoding="utf-8")

    _, problems = examine(tmp_path / "checklists")

    assert [problem.position.path for problem in problems] == [f"checklists/fasen/{first.name}"]


def test_a_huge_file_is_refused_before_it_is_read_as_yaml(checklists):
    (checklists / "naslag" / "begrippen.yml").write_text("#" * 1_000_001)

    _, problems = examine(checklists)

    assert "groter dan 1 MB" in problems[0].message


def test_many_unknown_keys_cost_no_more_than_a_few(checklists, monkeypatch):
    made = []

    def counted(cls):
        made.append(cls)
        return schema()

    schema = Fase.model_json_schema
    monkeypatch.setattr(Fase, "model_json_schema", classmethod(counted))
    with (checklists / "fasen" / "1-kijken.yml").open("a") as fase:
        fase.writelines(f"sleutel-{number}: x\n" for number in range(300))

    _, problems = examine(checklists)

    assert len(problems) == 300
    assert len(made) == 1


def problems_on_lines(count, *, warning=False):
    return [Problem(Position("a.yml", n + 1), "Fout. Herstel.", warning) for n in range(count)]


def test_two_hundred_problems_are_all_shown():
    problems = problems_on_lines(200)

    assert readable(problems) == tuple(problems)


def test_more_problems_than_anybody_reads_end_in_their_number():
    *shown, last = readable(problems_on_lines(5_201))

    assert shown == problems_on_lines(200)
    assert str(last) == (
        "a.yml:201:1: Hier begint de rest: nog 5.001 punten. "
        "Herstel eerst wat hierboven staat en controleer dan opnieuw."
    )


def test_what_stops_the_build_is_shown_before_any_warning():
    error = Problem(Position("b.yml"), "Fout. Herstel.")

    shown = readable([*problems_on_lines(300, warning=True), error])

    assert shown[:-1] == (*problems_on_lines(199, warning=True), error)
    assert str(shown[-1]).startswith("a.yml:200:1: Let op: Hier begint de rest: nog 101 punten.")


def test_an_error_holds_every_problem_and_says_no_more_than_anybody_reads():
    error = InvalidSourceError(problems_on_lines(300))

    assert len(error.problems) == 300
    assert len(str(error).splitlines()) == 201


@pytest.mark.parametrize(
    ("file", "line", "count"),
    [
        ("fasen/1-kijken.yml", "sleutel-{}: x\n", 50_000),
        ("naslag/bronnen.yml", "  - {{}}\n", 120_000),
        ("naslag/begrippen.yml", "  - {{id: b{0}, term: b{0}}}\n", 25_000),
        ("naslag/begrippen.yml", "  - {{herken: [a{0}, b{0}, c{0}, d{0}]}}\n", 1_600),
    ],
    ids=["keys", "records", "terms", "words"],
)
def test_a_file_full_of_mistakes_does_not_keep_the_check_busy(checklists, file, line, count):
    with (checklists / file).open("a") as source:
        source.writelines(line.format(number) for number in range(count))
    assert (checklists / file).stat().st_size < MAX_BYTES
    before = time.process_time()

    assert examine(checklists)[0] is None

    assert time.process_time() - before < 20


def test_an_annotation_puts_the_message_beside_the_line():
    problem = Problem(Position("checklists/gids.yml", 3, 5), "Regel één.\n100% fout, echt.")

    assert problem.as_github_annotation() == (
        "::error file=checklists/gids.yml,line=3,col=5::Regel één.%0A100%25 fout, echt."
    )


@pytest.mark.parametrize("name", ["factsheet.yml", "gepubliceerd.lock", "naslag", "extra.yml"])
def test_a_way_out_of_the_folder_is_refused_before_anything_is_read(name, checklists):
    """Behind it can be anything: a file with secrets, or one without an end."""
    path = checklists / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")

    gids, problems = examine(checklists)

    assert gids is None
    (said,) = map(str, problems)
    assert said.startswith(f"checklists/{name}:1:1: Dit is een verwijzing naar een andere plek")


def test_a_pipe_is_refused_instead_of_waited_for(checklists):
    (checklists / "factsheet.yml").unlink()
    os.mkfifo(checklists / "factsheet.yml")

    (said,) = map(str, examine(checklists)[1])

    assert said.startswith("checklists/factsheet.yml:1:1: ")


@pytest.mark.parametrize("text", ["Kop { .md-nav }", "Een } te veel", "Een {{ fasen() }}"])
def test_braces_cannot_stand_in_a_text(text, checklists):
    cover = checklists / "gids.yml"
    cover.write_text(cover.read_text().replace("Deze gids is bedacht.", f"'{text}'"))

    (said,) = map(str, examine(checklists)[1])

    assert "kunnen hier niet. Haal ze weg." in said
