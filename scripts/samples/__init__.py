"""Checks every code sample of the pages with the tool that would run it, or the model that the tool is made from.

`table.py` says which sample goes to which checker; each checker is one file in `checkers/`.
"""
