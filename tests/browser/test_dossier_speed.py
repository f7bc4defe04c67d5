"""A large dossier works as a small one; scripts stay small. Times are for the benchmark."""

import gzip

from scripts.bench import FILL
from tests.browser.dossiers import LIST

PAGE_SCRIPT = 25 * 1024
LARGE = 1000


def test_every_tick_in_a_thousand_points_is_kept(page, address, gids):
    page.goto(address + LIST)
    page.get_by_role("checkbox").first.check()
    page.evaluate(FILL, [[punt.id for punt in gids.punten()], LARGE])
    page.reload()

    boxes = page.locator(".punt > input")
    for box in boxes.all():
        box.check()

    kept = page.evaluate("Object.values(localStorage).find((v) => v.includes('oud-punt-1'))")
    assert kept.count('"gedaan"') == boxes.count()
    assert kept.count('"bezig"') == LARGE - boxes.count()


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
