"""Sizes of files as Dutch readers write them."""

from __future__ import annotations


def size(count: int) -> str:
    """Return a number of bytes in words people know: `31 kB`, `1,2 MB`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")
