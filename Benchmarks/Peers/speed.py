"""How many names a core screens, Weir and its fastest peer, at several sizes of list; prints and keeps one table."""

from __future__ import annotations

import argparse
import csv
import io
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import labelled_sets
import report
from compare_peers import PROJECT, commit, new_run_folder
from peer import EntityList
from tfidf_peer import TfidfPeer, tfidf_peer
from weir_peer import weir_peer

PARTIES = ["shipper", "consignee", "notify_party", "end_user"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    option = parser.add_argument
    default = PROJECT / ".build/bench/distinct.csv"
    option("--file", type=Path, default=default, help="a file of `weir-bench generate --distinct 1` (make bench-data)")
    default = PROJECT / ".build/bench/lists"
    option("--lists", type=Path, default=default, help="a folder of `weir-bench lists`")
    option("--records", type=int, default=5_000, help="how many records of the file, four names each")
    option("--rounds", type=int, default=3, help="how often each is timed; medians are shown")
    option("--weir", type=Path, default=PROJECT / ".build/release/weir", help="the built command")
    option("--output", type=Path, help="the folder for results; default: a new one in Benchmarks/Runs, with the date")
    return parser.parse_args()


@dataclass(frozen=True)
class Records:
    """The beginning of a generated file, and the names in it."""

    path: Path
    names: list[str]
    # The planted names, each with the entity that it means.
    planted: list[tuple[set[str], str]]

    @staticmethod
    def read(path: Path, count: int, copy: Path) -> Records:
        with path.open(encoding="utf-8", newline="") as source, copy.open("w", encoding="utf-8", newline="") as target:
            reader = csv.DictReader(source)
            writer = csv.DictWriter(target, reader.fieldnames, lineterminator="\n")
            writer.writeheader()
            rows = list(islice(reader, count))
            writer.writerows(rows)
        names = list(dict.fromkeys(row[party] for row in rows for party in PARTIES))
        planted = [({row[party] for party in PARTIES}, row["planted"]) for row in rows if row["planted"]]
        return Records(copy, names, planted)


@dataclass(frozen=True)
class Timing:
    list_title: str
    listed: int
    who: str
    # CPU seconds for all names.
    seconds: float
    names: int
    found: int
    planted: int

    @property
    def names_per_second(self) -> float:
        return self.names / self.seconds


def weir_timing(binary: Path, records: Records, list_path: Path) -> tuple[float, int]:
    """User CPU of one worker, CSV and start-up included, and how many planted names were found."""
    command = [binary, "screen", "--quiet", "--workers", "1", "--keep", "planted", "--list", list_path, records.path]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([str(word) for word in command], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"weir screen: exit {process.returncode}")
        output.seek(0)
        hits = csv.DictReader(io.TextIOWrapper(output, encoding="utf-8", newline=""))
        found = {hit["record"] for hit in hits if hit["entity_id"] == hit["planted"]}
    return usage.ru_utime, len(found)


def peer_timing(listed: EntityList, records: Records, threshold: float) -> tuple[float, float, int]:
    """CPU for making the names' vectors and for the multiplication; the list's vectors are made before the clock
    starts. And how many planted names have their entity first."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn
    from string_peers import cleaned

    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), preprocessor=cleaned)
    names = vectoriser.fit_transform(listed.names).T.tocsr()
    started = time.process_time()
    asked = vectoriser.transform(records.names)
    made = time.process_time()
    nearest = sp_matmul_topn(asked, names, top_n=1, threshold=threshold, sort=True, n_threads=1).tocsr()
    done = time.process_time()
    best = {
        records.names[row]: listed.entities[nearest.indices[nearest.indptr[row]]]
        for row in range(len(records.names))
        if nearest.indptr[row + 1] > nearest.indptr[row]
    }
    found = sum(any(best.get(name) == entity for name in parties) for parties, entity in records.planted)
    return made - started, done - made, found


def timings(options: argparse.Namespace, records: Records, peer: TfidfPeer) -> Iterator[Timing]:
    for stem in ["28-entities", "300", "5000", "whole", "50000"]:
        path = options.lists / f"{stem}.csv"
        if not path.exists():
            continue
        listed = labelled_sets.entity_list(path)
        weir: list[tuple[float, int]] = []
        others: list[tuple[float, float, int]] = []
        # In turns: what runs at the same time is slowed alike.
        for _ in range(options.rounds):
            weir.append(weir_timing(options.weir, records, path))
            others.append(peer_timing(listed, records, peer.threshold))
        median = statistics.median
        rows = [
            ("Weir, CSV and start-up included", median(run[0] for run in weir), weir[0][1]),
            (f"{peer.title}, vectors and multiplication", median(sum(run[:2]) for run in others), others[0][2]),
            (f"{peer.title}, multiplication alone", median(run[1] for run in others), others[0][2]),
        ]
        for who, seconds, found in rows:
            timing = Timing(stem, len(listed.names), who, seconds, len(records.names), found, len(records.planted))
            print(f"{stem}: {who}: {timing.names_per_second:,.0f} names/s", file=sys.stderr, flush=True)
            yield timing


def markdown_table(found: list[Timing]) -> str:
    lines = [
        "| list | listed names | who | names/s a core | Weir / it | planted found |",
        "| --- | ---: | --- | ---: | ---: | ---: |",
    ]
    for timing in found:
        weir = next(other for other in found if other.list_title == timing.list_title and other.who.startswith("Weir"))
        ratio = weir.names_per_second / timing.names_per_second
        lines.append(
            f"| {timing.list_title} | {timing.listed:,} | {timing.who} | {timing.names_per_second:,.0f} | {ratio:.2f} |"
            f" {timing.found} of {timing.planted} |"
        )
    return "\n".join(lines) + "\n"


def csv_text(found: list[Timing]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["list", "listed_names", "who", "names", "cpu_seconds", "planted_found", "planted"])
    for timing in found:
        writer.writerow(
            [timing.list_title, timing.listed, timing.who, timing.names, f"{timing.seconds:.4f}", timing.found]
            + [timing.planted]
        )
    return text.getvalue()


def main() -> None:
    options = arguments()
    peer = tfidf_peer()
    weir = weir_peer(options.weir)
    for one in (peer, weir):
        if missing := one.missing():
            sys.exit(f"speed: {missing}")
    with tempfile.TemporaryDirectory(prefix="weir-peers-") as folder:
        records = Records.read(options.file, options.records, Path(folder) / "records.csv")
        found = list(timings(options, records, peer))
    if not found:
        sys.exit(f"speed: no lists in {options.lists} (make bench-data)")
    table = markdown_table(found)
    page = (
        f"# Weir's speed beside a peer's, {date.today().isoformat()}\n\nMachine: {report.machine()}\n\n"
        f"Command: `{shlex.join(['Benchmarks/Peers/run', 'speed', *sys.argv[1:]])}`, at commit {commit()}\n\n"
        f"- {weir.title}: {weir.version()}\n- {peer.title}: {peer.version()}\n\n"
        f"{len(records.names):,} distinct names of {options.records:,} generated records; one core, user CPU, medians"
        f" of {options.rounds} rounds. Weir reads and writes CSV and starts up within its time; the peer's list is"
        " ready before its clock starts, and its names lie in memory.\n\n"
        f"{table}"
    )
    print(table)
    folder = options.output or new_run_folder("speed")
    report.write(folder, page, csv_text(found))
    print(f"kept in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
