"""Dates as Dutch readers write them, whatever the locale of the machine."""

from __future__ import annotations

import datetime

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def long_date(date: datetime.date) -> str:
    """Return a date in words: `24 november 2026`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def short_date(date: datetime.date) -> str:
    """Return a date in figures: `24-11-2026`."""
    return f"{date.day:02}-{date.month:02}-{date.year}"
