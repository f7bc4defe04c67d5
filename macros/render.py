"""Fill the templates; the only module that knows Jinja."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .dates import long_date, short_date
from .sizes import size

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Return the environment for our templates: escaping on, a misspelt name is an error."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters["datum"] = long_date
    env.filters["kortedatum"] = short_date
    env.filters["grootte"] = size
    return env


def render(template: str, **context: Any) -> str:
    """Return a template of `templates/` filled with `context`."""
    return _ENVIRONMENT.get_template(template).render(**context)


_ENVIRONMENT = environment()
