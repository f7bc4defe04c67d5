"""The tasks of the project; `dev.py` is the way in."""
