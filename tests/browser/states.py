"""What a reader can bring a page to: every state has a name, and the tests loop over them.

A state is a function of a page and the address of the site. Add one and every engine, in every
look, sees it.
"""

STATES = {}
PHASE = "fasen/plan-van-aanpak.html"
LIST = "checklists/uitvoering.html"


def state(function):
    """Add a state under the name of its function."""
    STATES[function.__name__] = function
    return function


@state
def search_with_results(page, address):
    page.goto(address + PHASE)
    page.get_by_label("Zoeken").press_sequentially("ouders")
    page.locator(".zoek__lijst a").first.wait_for()


@state
def search_without_results(page, address):
    page.goto(address)
    page.get_by_label("Zoeken").press_sequentially("xyzzyquux")
    page.get_by_text("Niets gevonden").last.wait_for()


@state
def search_that_fails(page, address):
    page.route("**/search/index.js", lambda route: route.fulfill(status=200, body=""))
    page.goto(address)
    page.get_by_label("Zoeken").press_sequentially("ouders")
    page.get_by_text("Niets gevonden").last.wait_for()


@state
def an_explanation_open(page, address):
    page.goto(address + PHASE)
    page.locator("button.begrip").first.click()


@state
def the_skip_link_in_sight(page, address):
    page.goto(address + PHASE)
    page.keyboard.press("Tab")


@state
def a_point_ticked(page, address):
    page.goto(address + LIST)
    page.get_by_role("checkbox").first.check()


@state
def a_point_linked_to(page, address):
    page.goto(address + LIST)
    page.goto(page.url + "#" + page.locator(".punt").nth(3).get_attribute("id"))
