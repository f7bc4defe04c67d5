"""What a reader operates stands out 3 to 1 against what lies around it (WCAG 1.4.11)."""

import pytest

from tests.browser.audit import paint
from tests.browser.states import STATES, full
from tests.browser.test_access_sizes import KINDS

# The contrast of a colour with the ground it lies on, by the formula of WCAG; half transparent
# colours are laid over each other first.
MEASURE = """(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const channels = (layers) => {
        context.clearRect(0, 0, 1, 1);
        for (const layer of layers) {
            context.fillStyle = layer;
            context.fillRect(0, 0, 1, 1);
        }
        return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (layers) => {
        const [r, g, b] = channels(layers).slice(0, 3).map((value) => {
            const part = value / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
        const layers = [];
        for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
        return ['Canvas', ...layers];
    };
    const contrast = (colour, under) => {
        const [low, high] = [luminance([...under, colour]), luminance(under)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    return { ground, contrast, isSeen: (colour) => channels([colour])[3] > 0 };
})()"""

# Each control with its edge or plane. A button that is only words is as visible as they are; what
# the browser draws by itself is its own, but for the colour that we give a tick.
CONTROLS = """() => {
    const { ground, contrast, isSeen } = measure;
    const controls = [...document.querySelectorAll('input, select, textarea, button, summary')];
    return controls.filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => {
        const style = getComputedStyle(e), under = ground(e.parentElement);
        const sides = ['Top', 'Right', 'Bottom', 'Left'];
        const edges = sides.filter((side) => parseFloat(style[`border${side}Width`]) > 0)
            .map((side) => style[`border${side}Color`]).filter(isSeen);
        const isNative = /checkbox|file/.test(e.type);
        const drawn = isNative ? [style.accentColor] : [...edges, style.backgroundColor];
        const own = [...new Set(drawn)].filter((colour) => colour !== 'auto' && isSeen(colour));
        return {
            control: e.outerHTML.slice(0, 120),
            isBare: own.length === 0 && (isNative || /BUTTON|SUMMARY/.test(e.tagName)),
            contrast: Math.max(1, ...own.map((colour) => contrast(colour, under))),
        };
    }).filter(({ isBare }) => !isBare);
}"""

# Each stop with the ring it has when it gets the focus by keyboard: dark, with a light one within,
# so that one of the two is seen on every ground (technique C40 of WCAG).
RINGS = """() => {
    const { ground, contrast } = measure;
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
    return stops.filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => {
        e.focus();
        const style = getComputedStyle(e);
        const rings = [style.boxShadow.match(/^\\w+\\([^)]*\\)/)?.[0], style.outlineColor];
        const under = ground(e.parentElement);
        return {
            control: e.outerHTML.slice(0, 120),
            contrast: style.outlineStyle === 'solid'
                ? Math.max(...rings.filter(Boolean).map((colour) => contrast(colour, under))) : 1,
        };
    });
}"""

# The edge of each field with a mistake, and the bar before each sentence that says what is wrong;
# a field to choose a file shows as the button it lies on.
MISTAKES = """() => {
    const { ground, contrast } = measure;
    const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
    return wrong.flatMap((field) => [
        field.type === 'file' ? field.parentElement : field,
        ...field.getAttribute('aria-describedby').split(' ')
            .map((id) => document.getElementById(id))
            .filter((text) => text.role === 'status'),
    ]).map((e) => {
        const style = getComputedStyle(e);
        return {
            what: e.outerHTML.slice(0, 120),
            width: parseFloat(style.borderLeftWidth),
            contrast: contrast(style.borderLeftColor, ground(e.parentElement)),
        };
    });
}"""

# The edge of each cell of a picture of progress, and what fills it.
CELLS = """() => {
    const { ground, contrast } = measure;
    return [...document.querySelectorAll('.voortgang svg')].flatMap((picture, number) =>
        [...picture.querySelectorAll('.vak, .vol, .streep')].map((cell) => {
            const { stroke, fill } = getComputedStyle(cell);
            const drawn = cell.matches('.vol') ? fill : stroke;
            return {
                cell: `${number} ${cell.classList}`,
                contrast: contrast(drawn, ground(picture.parentElement)),
            };
        }));
}"""

each_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


def too_faint(page, what):
    found = page.evaluate(what)
    assert found, "there is something to measure"
    return [item for item in found if item["contrast"] < 3]


@pytest.fixture
def measuring(new_page):
    def measuring(scheme):
        page = new_page(
            viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        page.add_init_script(
            f"addEventListener('DOMContentLoaded', () => {{ globalThis.measure = {MEASURE} }})"
        )
        return page

    return measuring


@each_scheme
def test_every_control_stands_out(measuring, address, scheme):
    faint = {}
    for name in KINDS:
        page = measuring(scheme)
        page.goto(address + name)
        faint[name] = too_faint(page, CONTROLS)

    assert {name: found for name, found in faint.items() if found} == {}


@each_scheme
@pytest.mark.parametrize(
    "name",
    ["a_filled_checklist_with_everything_open", "a_filled_dossier", "mistakes_on_a_checklist"],
)
def test_every_control_stands_out_in_a_dossier(measuring, address, scheme, name):
    page = measuring(scheme)
    STATES[name](page, address)

    assert too_faint(page, CONTROLS) == []


@each_scheme
def test_every_picture_of_progress_stands_out(measuring, address, scheme):
    page = measuring(scheme)
    full(page, address)
    drawn = {cell["cell"].split()[-1] for cell in page.evaluate(CELLS)}

    assert drawn == {"vak", "vol", "streep"}
    assert too_faint(page, CELLS) == []


@pytest.mark.parametrize("look", ["light", "dark", "forced light", "forced dark"])
@pytest.mark.parametrize("name", ["mistakes_on_a_checklist", "nothing_that_can_be_read"])
def test_a_mistake_is_seen_at_its_field_and_at_its_words(measuring, address, name, look):
    """WCAG 1.4.1: by a thicker edge and a bar, not by a colour alone."""
    page = measuring("light")
    paint(page, look)
    STATES[name](page, address)
    edges = page.evaluate(MISTAKES)

    assert edges
    assert [edge for edge in edges if edge["width"] < 4 or edge["contrast"] < 3] == []


@each_scheme
@pytest.mark.parametrize("name", KINDS)
def test_the_focus_stands_out(measuring, address, scheme, name):
    page = measuring(scheme)
    page.goto(address + name)
    page.keyboard.press("Tab")  # from now on the browser shows the focus

    assert too_faint(page, RINGS) == []


def test_a_faint_control_is_found(measuring, address):
    page = measuring("light")
    page.goto(address + "checklists/uitvoering.html")
    page.locator(".veld select").first.evaluate(
        "(field) => { field.style.borderColor = field.style.backgroundColor = '#eee' }"
    )

    assert len(too_faint(page, CONTROLS)) == 1
