"""Versions of wording: "3" comes from a file, "3+1" is what people made of it here.

A people's version stands until a file brings a higher number. Numbers are compared as people read
them: 10 comes after 9, and 1.10 after 1.9.
"""

import re
from collections.abc import Iterable

PEOPLES = "+"


def order(version: str) -> tuple[tuple[int, ...], int]:
    """Return what versions are sorted by: the numbers of the file's, then that of the people's."""
    file, _, people = version.partition(PEOPLES)
    return tuple(map(int, re.findall(r"\d+", file))), int(people) if people.isdecimal() else 0


def gives_way(peoples: str, file: str) -> bool:
    """Whether a people's version gives way to that of a file: only where its number is higher."""
    return order(file)[0] > order(peoples)[0]


def next_version(present: str, stored: Iterable[str]) -> str:
    """Return the version that people make of the present one; an empty one is a new wording.

    `stored` are all versions that the wording ever had, so that no number is given twice.
    """
    file = present.partition(PEOPLES)[0] or "0"
    taken = [order(each)[1] for each in stored if each.partition(PEOPLES)[0] == file]
    return f"{file}{PEOPLES}{max(taken, default=0) + 1}"
