"""Weir, as its users run it: the built command on CSV files."""

from __future__ import annotations

import csv
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from peer import Answer, EntityList, Peer

# At a threshold of 0 every listed name would be an answer to every query; a hundredth says as much.
LOWEST_THRESHOLD = 0.01


@dataclass
class WeirPeer(Peer):
    binary: Path = Path(".build/release/weir")

    def missing(self):
        return None if self.binary.is_file() else f"{self.binary.name} is not built (make build)"

    def version(self):
        return self._run("--version").strip()

    def _run(self, *arguments: str) -> str:
        finished = subprocess.run([self.binary, *arguments], capture_output=True, text=True, encoding="utf-8")
        if finished.returncode:
            raise RuntimeError(f"weir {arguments[0]}: exit {finished.returncode}: {finished.stderr.strip()}")
        return finished.stdout

    @staticmethod
    def _write(path: Path, header: list[str], rows) -> str:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
        return str(path)

    def score_pairs(self, pairs, schemas):
        with tempfile.TemporaryDirectory(prefix="weir-peers-") as folder:
            path = self._write(Path(folder) / "pairs.csv", ["name1", "name2"], pairs)
            rows = list(csv.DictReader(self._run("compare", "--pairs", path).splitlines(keepends=True)))
        if len(rows) != len(pairs):
            raise RuntimeError(f"weir compare: {len(rows)} rows came out for {len(pairs)} pairs")
        return [float(row["score"]) for row in rows]

    def best(self, queries, listed: EntityList, schema, floor):
        with tempfile.TemporaryDirectory(prefix="weir-peers-") as folder:
            # A position of its own on each row: a query that Weir takes for an empty cell shifts nothing.
            asked = self._write(Path(folder) / "queries.csv", ["position", "name"], enumerate(queries))
            list_path = listed.path or self._write(
                Path(folder) / "list.csv", ["entity_id", "name"], zip(listed.entities, listed.names)
            )
            options = ["--list", str(list_path), "--party", "name", "--keep", "position", "--top", "1", "--quiet"]
            options += ["--threshold", f"{max(floor, LOWEST_THRESHOLD):.4f}"]
            hits = list(csv.DictReader(self._run("screen", asked, *options).splitlines(keepends=True)))
        answers: list[Answer | None] = [None] * len(queries)
        for hit in hits:
            answers[int(hit["position"])] = Answer(hit["entity_id"], float(hit["score"]))
        return answers


def weir_peer(binary: Path) -> Peer:
    return WeirPeer("Weir", 0.75, binary=binary)
