#!/usr/bin/env python3
"""De ingang voor alle opdrachten; zonder opdracht staat er uitleg.

Needs nothing but Python: makes the virtual environment when it is not there, and hands over.
The syntax stays old on purpose, so that an old Python reaches the sentence that says so.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.txt")
STAMP = os.path.join(VENV, "stamp")
OLDEST = (3, 11)
USAGE = """Gebruik: python3 scripts/dev.py OPDRACHT

  serve [--port N]   toon de site op deze computer, en ververs bij elke wijziging
  build [MAP]        maak de site in de map site/, of in een andere map
  test               draai alle controles (ook: test PAD of test -k NAAM)
  check              controleer alleen de inhoud (snel)
  vastleggen         werk bij wat uit de inhoud volgt: schema's, gepubliceerde id's, publiccode.yml
  gereed             zeg wat u nog moet invullen voordat de site online gaat
  meten              meet snelheid en gewicht
  belasten           meet hoeveel bezoek een webserver aankan, alleen op deze computer
"""


def main(arguments):
    """Run the command, in the virtual environment. Returns the exit code."""
    if sys.version_info[:2] < OLDEST:
        return stop(
            "Deze Python is te oud: {}.{}. Installeer Python {}.{} of nieuwer "
            "en geef de opdracht opnieuw.".format(*(sys.version_info[:2] + OLDEST))
        )
    if not arguments or arguments[0] not in (
        "serve",
        "build",
        "test",
        "check",
        "vastleggen",
        "gereed",
        "meten",
        "belasten",
    ):
        print(USAGE, file=sys.stderr)
        return 2
    problem = prepare()
    if problem:
        return stop(problem)
    command = [python(), os.path.join(ROOT, "scripts", "tasks.py")] + arguments
    try:
        return subprocess.call(command, cwd=ROOT)
    except KeyboardInterrupt:
        return 0


def prepare():
    """Make the virtual environment fit the lock file. Returns a sentence when that fails."""
    with open(LOCK, "rb") as lock:
        wanted = hashlib.sha256(lock.read() + sys.version.encode()).hexdigest()
    if os.path.exists(STAMP):
        with open(STAMP) as stamp:
            if stamp.read() == wanted:
                return None
    print(
        "Eenmalig: de omgeving klaarzetten in .venv (dat duurt ongeveer een minuut) …", flush=True
    )
    shutil.rmtree(VENV, ignore_errors=True)
    problem = make_venv()
    if problem:
        return problem
    install = [
        python(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--requirement",
        LOCK,
    ]
    if not has_pip(python()):
        install[:3] = [sys.executable, "-m", "pip", "--python", python()]
    if subprocess.call(install) != 0:
        return (
            "De pakketten uit requirements.txt konden niet geïnstalleerd worden; hierboven staat waarom. "
            "Controleer de internetverbinding of de pip-instellingen en geef de opdracht opnieuw."
        )
    with open(STAMP, "w") as stamp:
        stamp.write(wanted)
    return None


def make_venv():
    """Make an empty environment. Returns a sentence when that is impossible."""
    if create_venv():
        return None
    if has_pip(sys.executable) and create_venv("--without-pip"):
        return None
    if on_debian_as_root():
        print("Python mist het onderdeel venv; dat wordt nu geïnstalleerd …", flush=True)
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.call(["apt-get", "update", "-qq"], **quiet)
        for name in (package, "python3-venv"):
            subprocess.call(["apt-get", "install", "-y", "-qq", name], **quiet)
            if create_venv():
                return None
    return (
        "Python kan hier geen virtuele omgeving maken: het onderdeel venv ontbreekt. "
        "Installeer het (Debian en Ubuntu: sudo apt install python3-venv) en geef de opdracht opnieuw."
    )


def create_venv(*options):
    """Return whether `python -m venv` succeeded."""
    shutil.rmtree(VENV, ignore_errors=True)
    result = subprocess.run(
        (sys.executable, "-m", "venv") + options + (VENV,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return result.returncode == 0


def has_pip(interpreter):
    """Return whether this Python can run pip."""
    result = subprocess.run(
        (interpreter, "-m", "pip", "--version"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return result.returncode == 0


def on_debian_as_root():
    """Return whether Debian's packages can be installed without asking."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def python():
    """Return the path of the Python in the environment."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(VENV, folder, name)


def stop(sentence):
    """Print what is wrong and return the exit code for it."""
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
