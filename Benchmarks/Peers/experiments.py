"""Each experiment asks one set of one peer and gives its figures by name."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import chinese_spellings
import labelled_sets
import measures
from labelled_sets import ChineseCompany, PairSet, ScreeningSet
from peer import EntityList, Peer

# The most queries asked of a slow peer.
SAMPLE = 300
AT_DEFAULT = "at the default threshold"


@dataclass
class Experiment:
    # What `--sets` calls it; several experiments on one set share a key.
    key: str
    title: str
    # How many names or pairs are asked, and the names of the figures in the order of the table.
    size: int
    figures: list[str]
    run: Callable[[Peer], dict[str, float]]
    # Why the experiment can't run at all.
    missing: str | None = None
    # Whether peers that are slow are left out, and whether they are asked a sample of the queries.
    skips_slow: bool = False
    samples_slow: bool = False


def _sample(screening: ScreeningSet) -> ScreeningSet:
    """Queries evenly spaced over the set; the list stays whole."""
    size = len(screening.queries)
    if size <= SAMPLE:
        return screening
    chosen = [position * size // SAMPLE for position in range(SAMPLE)]
    return replace(
        screening,
        queries=[screening.queries[position] for position in chosen],
        truths=[screening.truths[position] for position in chosen],
    )


def _answers(peer: Peer, screening: ScreeningSet, floor: float = 0.0):
    return peer.best(screening.queries, screening.listed, screening.schema, floor)


def _cases(screening: ScreeningSet) -> Callable[[Peer], dict[str, float]]:
    def run(peer: Peer) -> dict[str, float]:
        answers = _answers(peer, screening)
        at_default = measures.first_answers_at(answers, screening.truths, peer.threshold)
        return {
            "precision": at_default.precision,
            "recall": at_default.recall,
            "right entity first": measures.right_first(answers, screening.truths),
        }

    return run


def _pairs(pair_set: PairSet) -> Callable[[Peer], dict[str, float]]:
    def run(peer: Peer) -> dict[str, float]:
        scores = peer.score_pairs(pair_set.pairs, pair_set.schemas)
        best, at = measures.best_f1(list(zip(scores, pair_set.labels)), sum(pair_set.labels))
        return {
            "best F1": best,
            "threshold of the best F1": at,
            f"F1 {AT_DEFAULT}": measures.pairs_at(scores, pair_set.labels, peer.threshold).f1,
            "AUC": measures.area_under_curve(scores, pair_set.labels),
        }

    return run


def _background(names: list[str], listed: EntityList) -> Callable[[Peer], dict[str, float]]:
    def run(peer: Peer) -> dict[str, float]:
        answers = peer.best(names, listed, labelled_sets.COMPANY, peer.threshold)
        return {"share flagged": measures.share_flagged(answers, peer.threshold)}

    return run


def _first_answers(screening: ScreeningSet) -> Callable[[Peer], dict[str, float]]:
    def run(peer: Peer) -> dict[str, float]:
        answers = _answers(peer, screening)
        best, at = measures.best_first_answers_f1(answers, screening.truths)
        at_default = measures.first_answers_at(answers, screening.truths, peer.threshold)
        return {"best F1": best, "threshold of the best F1": at, f"F1 {AT_DEFAULT}": at_default.f1}

    return run


def _chinese(screening: ScreeningSet, figures: list[str]) -> Callable[[Peer], dict[str, float]]:
    def run(peer: Peer) -> dict[str, float]:
        asked = _sample(screening) if peer.slow else screening
        answers = _answers(peer, asked)
        at_default = measures.first_answers_at(answers, asked.truths, peer.threshold)
        found = {
            "right first": measures.right_first(answers, asked.truths),
            f"recall {AT_DEFAULT}": at_default.recall,
            f"precision {AT_DEFAULT}": at_default.precision,
        }
        return {figure: found[figure] for figure in figures}

    return run


def _chinese_experiments(companies: list[ChineseCompany]) -> Iterator[Experiment]:
    full_names = [company.full_name for company in companies]
    # The entity is the full name itself: where two securities are of one company, either is right.
    listed = EntityList(full_names, full_names)

    def experiment(title: str, spelled: list[tuple[str, str]], figures: list[str]) -> Experiment:
        truths: dict[str, set[str]] = defaultdict(set)
        for query, full_name in spelled:
            truths[query].add(full_name)
        screening = ScreeningSet(list(truths), list(truths.values()), listed)
        run = _chinese(screening, figures)
        return Experiment("chinese", f"Chinese firms, {title}", len(truths), figures, run, samples_slow=True)

    absent = [name for name in chinese_spellings.MODULES if not importlib.util.find_spec(name)]
    for title, spelling in chinese_spellings.SPELLINGS.items():
        if absent:
            missing = f"{', '.join(absent)} not installed"
            yield Experiment("chinese", f"Chinese firms, {title}", 0, ["right first"], lambda peer: {}, missing)
        else:
            spelled = [(spelling(name), name) for name in full_names]
            yield experiment(title, spelled, ["right first"])
    figures = ["right first", f"recall {AT_DEFAULT}", f"precision {AT_DEFAULT}"]
    yield experiment("short name", [(company.short_name, company.full_name) for company in companies], figures)
    yield experiment("English name", [(company.english_name, company.full_name) for company in companies], figures)


def experiments(data: Path, cases: Path, list_path: Path) -> Iterator[Experiment]:
    figures = ["precision", "recall", "right entity first"]
    title = "hard cases on the built-in list"
    if labelled_sets.case_files(cases):
        screening = labelled_sets.cases(cases, list_path)
        yield Experiment("cases", title, len(screening.queries), figures, _cases(screening))
    else:
        yield Experiment("cases", title, 0, figures, lambda peer: {}, f"no CSV files in the folder {cases.name}")

    gold = data / "gold"
    figures = ["best F1", f"F1 {AT_DEFAULT}", "AUC"]
    pair_set = labelled_sets.labelled_pairs(gold / "name_bench.csv")
    yield Experiment("name_bench", "name_bench pairs", len(pair_set.pairs), figures, _pairs(pair_set))
    pair_set = labelled_sets.labelled_pairs(gold / "trade_company_pairs.csv")
    figures = ["best F1", "AUC"]
    yield Experiment("trade_pairs", "trade company pairs", len(pair_set.pairs), figures, _pairs(pair_set))

    names = labelled_sets.background_names(gold / "background_company_names.csv")
    listed = labelled_sets.entity_list(data / "lists/bis-entity-list/entity_list_in_weir_format.csv")
    title = "real company names on the whole Entity List"
    run = _background(names, listed)
    yield Experiment("background", title, len(names), ["share flagged"], run, skips_slow=True)

    by_name, by_text = labelled_sets.bill_of_lading(gold / "bill_of_lading_variants.csv")
    figures = ["best F1", f"F1 {AT_DEFAULT}"]
    for title, screening in (("name alone", by_name), ("name with address", by_text)):
        title = f"bill of lading, {title}"
        yield Experiment("bill_of_lading", title, len(screening.queries), figures, _first_answers(screening))

    yield from _chinese_experiments(labelled_sets.chinese_companies(gold / "chinese_company_names.csv"))
