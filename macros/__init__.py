"""The doorway for mkdocs-macros; the only module that knows MkDocs."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

PREVIEW = "HANDREIKING_VOORBEELD"
"""Set by `dev.py serve`: MkDocs then writes a script of its own into each page."""


def define_env(env: MacrosPlugin) -> None:
    """Load the guide once per build and offer its macros to every page."""
    from mkdocs.exceptions import PluginError

    from .browser_data import KEYS, read_keys
    from .exports.written import DOWNLOADS, read_manifest
    from .load import load
    from .notices import NOTICES, read_notices
    from .page_rules import check_pages
    from .pages import MACROS, Pages
    from .problems import InvalidSourceError

    def up() -> str:
        return "../" * str(env.page.file.dest_uri).count("/")

    here = Path(os.path.relpath(env.project_dir))
    try:
        gids = load(here / "checklists", partial(check_pages, here / "docs"))
    except InvalidSourceError as error:
        raise PluginError(f"De inhoud kan zo niet gepubliceerd worden:\n\n{error}") from error
    project = Path(env.project_dir)
    pages = Pages(
        gids,
        up,
        read_manifest(project / DOWNLOADS),
        read_keys(project / KEYS),
        read_notices(project / NOTICES),
    )
    for name in MACROS:
        env.macro(getattr(pages, name), name)
    env.conf["extra"]["omslag"] = gids.omslag


def on_pre_page_macros(env: MacrosPlugin) -> None:
    """Refuse what would run on this machine, at the moment before it would, and cover the rest.

    The pages were checked as they are typed; this is what MkDocs made of them, the title included.
    """
    from mkdocs.exceptions import PluginError

    from .cover import covered
    from .page_rules import check_code

    for text in (env.markdown, str(env.page.title)):
        for problem in check_code(text, env.page.file.src_uri):
            raise PluginError(f"Deze pagina kan zo niet gepubliceerd worden:\n\n{problem}")
    env.markdown = covered(env.markdown)


def on_post_build(env: MacrosPlugin) -> None:
    """Mend the built pages: also those of `mkdocs serve`, so that what is served is what is tested."""
    from mkdocs.exceptions import PluginError

    from .exports.written import DOWNLOADS
    from .finish import finish
    from .gate import UnsafePageError
    from .locked import LockedError

    try:
        finish(
            Path(env.conf["site_dir"]),
            Path(env.project_dir) / DOWNLOADS,
            env.conf["extra"]["omslag"],
            env.conf["site_url"] or "",
            preview=PREVIEW in os.environ,
        )
    except UnsafePageError as error:
        raise PluginError(
            f"Deze pagina’s kunnen zo niet gepubliceerd worden:\n\n{error}"
        ) from error
    except LockedError as error:
        raise PluginError(str(error)) from error
