"""What the browser knows of the guide: complete, plain, and of the type that its code expects."""

import json
import os
import subprocess
from pathlib import Path

import deno

from macros.browser_data import browser_data, browser_script
from macros.model import Punt

SOURCE = Path(__file__).resolve().parent.parent.parent / "docs" / "assets" / "ts"


def punten(data):
    return [p for fase in data["fasen"] for stap in fase["stappen"] for p in stap["punten"]]


def test_every_point_is_there_in_reading_order(gids):
    assert [p["id"] for p in punten(browser_data(gids))] == [p.id for p in gids.punten()]


def test_every_source_role_and_chapter_that_a_point_names_is_there(gids):
    data = browser_data(gids)
    for punt in punten(data):
        assert set(punt["bronnen"]) - {"redactie"} <= set(data["bronnen"])
        assert {*punt["rollen"], punt["trekker"]} <= set(data["rollen"])
        assert punt["plan"] in {hoofdstuk["id"] for hoofdstuk in data["hoofdstukken"]}


def test_only_a_source_with_a_title_that_is_not_dutch_names_its_language(gids):
    bronnen = browser_data(gids)["bronnen"]

    named = {id_: bron["taal"] for id_, bron in bronnen.items() if "taal" in bron}
    assert named
    assert named == {id_: taal for id_ in bronnen if (taal := gids.bron(id_).taal)}


def test_a_point_with_a_past_tells_it(gids):
    first = next(gids.punten())
    older = first.model_copy(update={"sinds": "2027.1", "zelfde_strekking": ("Zo was **het**.",)})
    stap = gids.stap_of(first.id).model_copy(update={"punten": (older,)})
    fase = gids.fasen[0].model_copy(update={"stappen": (stap,)})

    past = browser_data(gids.model_copy(update={"fasen": (fase,)}))["geschiedenis"]

    assert past == {first.id: {"sinds": "2027.1", "zelfde_strekking": ["Zo was het."]}}
    assert browser_data(gids)["geschiedenis"] == {
        p.id: {"sinds": p.sinds or "", "zelfde_strekking": list(p.zelfde_strekking)}
        for p in gids.punten()
        if p.sinds or p.zelfde_strekking
    }


def test_the_fields_of_a_point_are_those_of_the_model(gids):
    left_out = {"gecontroleerd", "sinds", "zelfde_strekking"}

    assert set(punten(browser_data(gids))[0]) == set(Punt.model_fields) - left_out


def test_the_data_fit_the_type_that_the_browser_code_expects(gids, tmp_path):
    script = browser_script(gids)
    data = json.loads(script.removeprefix("globalThis.gidsGegevens=").removesuffix(";\n"))
    types = (SOURCE / "dossier" / "types.ts").as_posix()
    probe = tmp_path / "probe.ts"
    text = json.dumps(data, ensure_ascii=False)
    probe.write_text(
        f'import type {{ GidsGegevens }} from "{types}";\nexport const gids: GidsGegevens = {text};\n',
        encoding="utf-8",
    )

    done = subprocess.run(
        [deno.find_deno_bin(), "check", "--quiet", "--no-lock", str(probe)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"},
    )

    assert done.returncode == 0, done.stderr
