"""Zip files with the same bytes for the same parts: fixed order, fixed time, no machine in it."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Mapping
from pathlib import Path

MIMETYPE = "mimetype"


def write_package(path: Path, parts: Mapping[str, str | bytes], date: datetime.date) -> None:
    """Write the parts, in their order, as a zip file dated `date`.

    A part called `mimetype` must come first and is stored as it is: readers of ODF and EPUB
    recognise the file by it.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (date.year, date.month, date.day, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            stored = name == MIMETYPE
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(info, data, compresslevel=None if stored else 9)
