"""A tick in a large dossier is painted and kept within one frame; scripts stay small."""

import gzip
import json
import statistics

from tests.browser.dossiers import LIST, answered

LARGE = 1000
FRAME = 16
LOAD = 50
PAGE_SCRIPT = 25 * 1024


def fill_storage(page, gids):
    """Put a dossier of a thousand points in the browser, as this site keeps it."""
    page.get_by_role("checkbox").first.check()
    key = page.evaluate("Object.keys(localStorage).find((key) => key.includes(':dossiers:'))")
    dossier = json.loads(page.evaluate("(key) => localStorage.getItem(key)", key))
    ids = [punt.id for punt in gids.punten()]
    ids += [f"oud-punt-{n}" for n in range(LARGE - len(ids))]
    note = "Een notitie van een gewone lengte, zoals iemand die bij een punt schrijft. " * 2
    dossier["punten"] = {id_: answered("bezig", notitie=note, tekst=note) for id_ in ids}
    text = json.dumps(dossier, ensure_ascii=False)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def test_a_tick_in_a_thousand_points_takes_less_than_a_frame(page, address, gids):
    page.goto(address + LIST)
    fill_storage(page, gids)
    page.reload()

    times = page.evaluate(
        """() => [...document.querySelectorAll('.punt > input')].map((box) => {
          const start = performance.now();
          box.click();
          document.body.getBoundingClientRect();
          return performance.now() - start;
        })"""
    )

    kept = page.evaluate("Object.values(localStorage).find((v) => v.includes('oud-punt-1'))")
    assert kept.count('"gedaan"') == len(times)
    assert statistics.median(times) < FRAME, times


def test_opening_a_list_with_a_thousand_points_adds_little_script(page, address, gids):
    page.goto(address + LIST)
    fill_storage(page, gids)
    page.add_init_script(
        """window.spent = 0;
        const define = CustomElementRegistry.prototype.define;
        CustomElementRegistry.prototype.define = function (...rest) {
          const start = performance.now();
          define.apply(this, rest);
          window.spent += performance.now() - start;
        };"""
    )
    times = []
    for _ in range(5):
        page.reload()
        times.append(page.evaluate("window.spent"))

    assert statistics.median(times) < LOAD, times


def test_the_scripts_of_a_list_are_small_and_the_writers_come_only_when_asked(page, address, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + LIST)

    own = [url for url in asked if url.endswith(".js") and not url.endswith("gids-data.js")]
    sizes = {
        url.removeprefix(address): len(
            gzip.compress((site / url.removeprefix(address)).read_bytes())
        )
        for url in own
    }
    assert set(sizes) == {"assets/gemaakt/gids.js", "assets/gemaakt/checklist.js"}
    assert sum(sizes.values()) <= PAGE_SCRIPT, sizes
