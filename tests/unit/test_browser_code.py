"""The TypeScript: tested, linted, formatted and typed by Deno."""

import os
import subprocess
from pathlib import Path

import deno
import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "docs" / "assets" / "ts"


@pytest.mark.parametrize(
    "command",
    [
        ["test", "--frozen"],
        ["lint"],
        ["fmt", "--check"],
        [
            "check",
            "--frozen",
            "main.ts",
            "views/checklist-main.ts",
            "views/dossier-main.ts",
            "views/home-main.ts",
            "documents/main.ts",
        ],
    ],
    ids=lambda command: command[0],
)
def test_deno_is_content(command):
    done = subprocess.run(
        [deno.find_deno_bin(), *command],
        cwd=SOURCE,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"},
    )

    assert done.returncode == 0, done.stdout + done.stderr
