"""Reads the labelled sets: names to screen, each with the entities that are a right answer, and labelled pairs."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from peer import EntityList

# What kind of thing a name stands for where a set doesn't say; only nomenklatura asks.
COMPANY = "Company"
ORGANIZATION = "Organization"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class PairSet:
    pairs: list[tuple[str, str]]
    labels: list[bool]
    schemas: list[str]


@dataclass(frozen=True)
class ScreeningSet:
    """Queries, and for each the entities of the list that are right; none if it should stay silent."""

    queries: list[str]
    truths: list[set[str]]
    listed: EntityList
    schema: str = COMPANY


def labelled_pairs(path: Path) -> PairSet:
    rows = _rows(path)
    return PairSet(
        [(row["name1"], row["name2"]) for row in rows],
        [row["is_match"].strip().lower() in ("true", "1", "yes") for row in rows],
        [row.get("schema") or COMPANY for row in rows],
    )


def entity_list(path: Path) -> EntityList:
    """A list in Weir's own format."""
    rows = _rows(path)
    return EntityList([row["entity_id"] for row in rows], [row["name"] for row in rows], path)


def case_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.csv"))


def cases(folder: Path, list_path: Path) -> ScreeningSet:
    """The names of all files of a folder; `expected` is an entity's id, or empty for a name that must stay silent."""
    rows = [row for path in case_files(folder) for row in _rows(path)]
    truths = [{row["expected"].strip()} - {""} for row in rows]
    return ScreeningSet([row["name"] for row in rows], truths, entity_list(list_path), ORGANIZATION)


def background_names(path: Path) -> list[str]:
    return [row["name"] for row in _rows(path)]


def bill_of_lading(path: Path) -> tuple[ScreeningSet, ScreeningSet]:
    """Of each company the commonest typed form is listed and its other rows are asked for: by the name as typed, and
    by the party's whole text with the address. A form typed for two companies is right with either."""
    rows = _rows(path)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        forms[row["harmonised_name"]][row["name_as_typed"]] += 1
    # Of forms equally common the one that comes first: `most_common` keeps their order.
    listed_form = {company: counts.most_common(1)[0][0] for company, counts in forms.items()}
    listed = list(dict.fromkeys(listed_form.values()))
    # The entity is the listed form itself: two companies with the same form can't be told apart by any tool.
    listed = EntityList(listed, listed)

    by_name: dict[str, set[str]] = defaultdict(set)
    by_text: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        form = listed_form[row["harmonised_name"]]
        if row["name_as_typed"] != form:
            by_name[row["name_as_typed"]].add(form)
            by_text[row["party_text_as_typed"]].add(form)
    return (
        ScreeningSet(list(by_name), list(by_name.values()), listed),
        ScreeningSet(list(by_text), list(by_text.values()), listed),
    )


@dataclass(frozen=True)
class ChineseCompany:
    short_name: str
    full_name: str
    english_name: str


def chinese_companies(path: Path) -> list[ChineseCompany]:
    return [ChineseCompany(row["short_name_zh"], row["full_name_zh"], row["full_name_en"]) for row in _rows(path)]
