"""Measures Weir and its peers on the same labelled names; prints one Markdown table and keeps it with its date."""

from __future__ import annotations

import argparse
import itertools
import shlex
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import report
from experiments import Experiment, experiments
from nomenklatura_peer import nomenklatura_peers
from peer import Peer
from string_peers import string_peers
from tfidf_peer import tfidf_peer
from trigram_postgres_peer import trigram_postgres_peer
from weir_peer import weir_peer

PROJECT = Path(__file__).resolve().parents[2]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    option = parser.add_argument
    option("--data", type=Path, default=PROJECT / "../shared/data", help="the folder that holds gold/ and lists/")
    default = PROJECT / "Tests/NameMatchingTests/Cases/built-in"
    option("--cases", type=Path, default=default, help="a folder of CSV files with name, expected, phenomenon")
    option("--list", type=Path, default=PROJECT / "Data/entities.csv", help="the list that the cases are about")
    option("--weir", type=Path, default=PROJECT / ".build/release/weir", help="the built command")
    option("--sets", help="only these sets, by their keys, with commas: cases,name_bench,…")
    option("--peers", help="only peers whose title contains one of these words, with commas: weir,pg_trgm,…")
    default = "a new one in Benchmarks/Runs, with the date"
    option("--output", type=Path, help=f"the folder for results.md and results.csv; default: {default}")
    return parser.parse_args()


def new_run_folder(name: str = "peers") -> Path:
    """Of several runs on a day none overwrites another: a part run must not take the place of a whole one."""
    first = PROJECT / f"Benchmarks/Runs/{date.today().isoformat()}-{name}"
    later = (first.with_name(f"{first.name}-{number}") for number in itertools.count(2))
    return next(folder for folder in itertools.chain([first], later) if not folder.exists())


def chosen_peers(options: argparse.Namespace) -> list[Peer]:
    peers = [weir_peer(options.weir), *string_peers(), *nomenklatura_peers(), trigram_postgres_peer(), tfidf_peer()]
    if not options.peers:
        return peers
    words = options.peers.lower().split(",")
    return [peer for peer in peers if any(word in peer.title.lower() for word in words)]


def measure(experiment: Experiment, peer: Peer) -> report.Outcome:
    reason = experiment.missing or peer.missing()
    if not reason and experiment.skips_slow and peer.slow:
        reason = "too slow"
    if reason:
        return report.Outcome(experiment, peer, {}, reason=reason)
    started = time.monotonic()
    figures = experiment.run(peer)
    return report.Outcome(experiment, peer, figures, time.monotonic() - started)


def commit() -> str:
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return described.stdout.strip() or "unknown"


def main() -> None:
    options = arguments()
    peers = chosen_peers(options)
    wanted = options.sets.split(",") if options.sets else None
    chosen: list[Experiment] = []
    outcomes: list[report.Outcome] = []
    try:
        for experiment in experiments(options.data, options.cases, options.list):
            if wanted and experiment.key not in wanted:
                continue
            chosen.append(experiment)
            for peer in peers:
                outcome = measure(experiment, peer)
                outcomes.append(outcome)
                what = outcome.reason or f"{outcome.seconds:.1f} s"
                print(f"{experiment.title}: {peer.title}: {what}", file=sys.stderr, flush=True)
    finally:
        for peer in peers:
            peer.close()
    table = report.markdown_table(chosen, peers, outcomes)
    print(table)
    command = shlex.join(["Benchmarks/Peers/run", *sys.argv[1:]])
    folder = options.output or new_run_folder()
    report.write(folder, report.results_page(table, peers, commit(), command), report.csv_text(outcomes))
    print(f"kept in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
