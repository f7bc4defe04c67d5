"""The HTML itself, by a validator that knows the standard."""

import os
import subprocess
from pathlib import Path

import deno

HERE = Path(__file__).parent
VALIDATOR = "npm:html-validate@10.17.0"


def validate(*targets: Path) -> subprocess.CompletedProcess[str]:
    command = [
        deno.find_deno_bin(),
        "run",
        "--quiet",
        "--allow-all",
        "--no-config",
        f"--lock={HERE / 'deno.lock'}",
        "--frozen",
        VALIDATOR,
        "--config",
        str(HERE / "html-validate.json"),
        "--formatter",
        "text",
        *(str(target) for target in targets),
    ]
    environment = os.environ | {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_every_page_is_valid_html(site):
    done = validate(*sorted(site.rglob("*.html")))

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_validator_refuses_a_broken_page(tmp_path):
    page = tmp_path / "stuk.html"
    page.write_text("<!doctype html><html lang='nl'><title>x</title><p><div></div></p>")

    assert validate(page).returncode == 1
