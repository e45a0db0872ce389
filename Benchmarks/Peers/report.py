"""Writes the figures as one Markdown table and as CSV, with what is needed to read them a year later."""

from __future__ import annotations

import csv
import io
import math
import os
import platform
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from experiments import SAMPLE, Experiment
from peer import Peer

NOT_RUN = "not run"
# A precision where nothing was answered.
NO_ANSWER = "–"


@dataclass
class Outcome:
    """What a peer gave on a set; `figures` is empty where it was not run, and `reason` then says why."""

    experiment: Experiment
    peer: Peer
    figures: dict[str, float]
    seconds: float = 0.0
    reason: str = ""

    @property
    def sampled(self) -> bool:
        return self.experiment.samples_slow and self.peer.slow and self.experiment.size > SAMPLE

    @property
    def asked(self) -> int:
        return SAMPLE if self.sampled else self.experiment.size


def _cell(outcome: Outcome | None, figure: str) -> str:
    if outcome is None or figure not in outcome.figures:
        return outcome.reason if outcome and outcome.reason else NOT_RUN
    value = outcome.figures[figure]
    if math.isnan(value):
        return NO_ANSWER
    text = f"{100 * value:.1f} %" if figure == "share flagged" else f"{value:.3f}"
    return f"{text} \\*" if outcome.sampled else text


def markdown_table(experiments: list[Experiment], peers: list[Peer], outcomes: list[Outcome]) -> str:
    found = {(id(outcome.experiment), outcome.peer.title): outcome for outcome in outcomes}
    titles = [f"{peer.title} (≥ {peer.threshold:.2f})" for peer in peers]
    lines = [f"| set | figure | {' | '.join(titles)} |", f"| --- | --- |{' ---: |' * len(peers)}"]
    for experiment in experiments:
        if experiment.missing:
            lines.append(f"| {experiment.title} | not run: {experiment.missing} |{' |' * len(peers)}")
            continue
        for position, figure in enumerate(experiment.figures):
            title = f"{experiment.title} ({experiment.size:,})" if position == 0 else ""
            cells = [_cell(found.get((id(experiment), peer.title)), figure) for peer in peers]
            lines.append(f"| {title} | {figure} | {' | '.join(cells)} |")
    notes = ["In brackets: the peer's default threshold, and how many names or pairs a set asks."]
    notes.append(f"{NO_ANSWER}: nothing was answered.")
    if any(outcome.sampled and outcome.figures for outcome in outcomes):
        notes.append(f"\\* measured on {SAMPLE} evenly spaced queries, against the whole list.")
    return "\n".join(lines) + "\n\n" + " ".join(notes) + "\n"


def csv_text(outcomes: list[Outcome]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["set", "peer", "default_threshold", "asked", "figure", "value", "seconds", "not_run_because"])
    for outcome in outcomes:
        row = [outcome.experiment.title, outcome.peer.title, outcome.peer.threshold]
        for figure, value in outcome.figures.items():
            written = "" if math.isnan(value) else f"{value:.6f}"
            writer.writerow([*row, outcome.asked, figure, written, f"{outcome.seconds:.2f}", ""])
        if not outcome.figures:
            writer.writerow([*row, 0, "", "", "", outcome.reason])
    return text.getvalue()


def machine() -> str:
    processor = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        processor = models[0] if models else processor
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    cores = len(os.sched_getaffinity(0))
    return f"{processor}, {cores} cores, {memory:.0f} GB, {system}, Python {platform.python_version()}"


def results_page(table: str, peers: list[Peer], commit: str, command: str) -> str:
    versions = "\n".join(f"- {peer.title}: {peer.missing() or peer.version()}" for peer in peers)
    return (
        f"# Weir beside its peers, {date.today().isoformat()}\n\n"
        f"Machine: {machine()}\n\nCommand: `{command}`, at commit {commit}\n\n{versions}\n\n{table}"
    )


def write(folder: Path, page: str, rows: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.md").write_text(page, encoding="utf-8")
    (folder / "results.csv").write_text(rows, encoding="utf-8")
