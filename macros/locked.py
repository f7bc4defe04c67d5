"""Run a Deno script that takes nothing from others but what its lock file names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import deno


class LockedError(Exception):
    """A locked script gave no answer; the message says what failed and what to do."""


def run_locked(
    script: Path, lock: Path, *arguments: str, allow: Sequence[str] = (), failure: str
) -> str:
    """Return what a script prints. Raises `LockedError`, which begins with the sentence `failure`.

    `allow` names the permissions that Deno gives the script, such as `read`.
    """
    command = [
        deno.find_deno_bin(),
        "run",
        "--quiet",
        "--no-config",
        f"--lock={lock}",
        "--frozen",
        *(f"--allow-{permission}" for permission in allow),
        str(script),
        *arguments,
    ]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"NO_COLOR": "1"},
    )
    if done.returncode:
        raise LockedError(
            f"{failure} Controleer de internetverbinding en probeer het opnieuw.\n\n{done.stderr}"
        )
    return done.stdout
