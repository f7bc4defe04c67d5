"""Waiting for a page from outside it."""

import time

import pytest


def eventually(page, expression, seconds=30):
    """Wait until an expression holds in a page.

    Not `wait_for_function`: that asks again with `eval` from within the page, which our own policy
    stops, so that it fails whenever the first answer is no.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        if time.monotonic() > end:
            pytest.fail(f"not within {seconds} s: {expression}")
        page.wait_for_timeout(50)
