"""Precision, recall, F1 and AUC, of pairs and of first answers."""

from __future__ import annotations

import math
from dataclasses import dataclass

from peer import Answer


@dataclass(frozen=True)
class Accuracy:
    """Counts of answers: the right ones, all that were given, and all right ones that there were to give."""

    right: int
    answered: int
    wanted: int

    @property
    def precision(self) -> float:
        """Not a number where nothing was answered: a tool that stays silent is not a precise one."""
        return self.right / self.answered if self.answered else math.nan

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    @property
    def f1(self) -> float:
        # 2·TP / (2·TP + FP + FN), where TP + FP are the answers given and TP + FN those wanted.
        return 2 * self.right / (self.answered + self.wanted)


def pairs_at(scores: list[float], labels: list[bool], threshold: float) -> Accuracy:
    """A pair is called a match from the threshold on."""
    called = [label for score, label in zip(scores, labels) if score >= threshold]
    return Accuracy(sum(called), len(called), sum(labels))


def best_f1(scored: list[tuple[float, bool]], wanted: int) -> tuple[float, float]:
    """The best F1 over all thresholds, and the highest threshold that gives it.

    `scored` holds a score and whether the answer is right, `wanted` how many right answers there are to give."""
    best, at = 0.0, 1.0
    right = 0
    ordered = sorted(scored, key=lambda answer: -answer[0])
    for position, (score, is_right) in enumerate(ordered):
        right += is_right
        # Answers of one score come in together or not at all.
        if position + 1 < len(ordered) and ordered[position + 1][0] == score:
            continue
        f1 = Accuracy(right, position + 1, wanted).f1
        if f1 > best:
            best, at = f1, score
    return best, at


def area_under_curve(scores: list[float], labels: list[bool]) -> float:
    """The chance that a match scores above a non-match, a tie counting half (Mann and Whitney's U)."""
    ordered = sorted(zip(scores, labels))
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        return 0.5
    wins, below, start = 0.0, 0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        matches = sum(label for _, label in ordered[start:end])
        others = end - start - matches
        wins += matches * (below + others / 2)
        below += others
        start = end
    return wins / (positives * negatives)


def first_answers_at(answers: list[Answer | None], truths: list[set[str]], threshold: float) -> Accuracy:
    """A query is answered if its best entity reaches the threshold. A wrong entity for a query that has a right one
    counts twice: as a false alarm and as a miss. An empty truth means that nothing may be answered."""
    given = [(answer, truth) for answer, truth in zip(answers, truths) if answer and answer.score >= threshold]
    right = sum(answer.entity in truth for answer, truth in given)
    return Accuracy(right, len(given), sum(bool(truth) for truth in truths))


def best_first_answers_f1(answers: list[Answer | None], truths: list[set[str]]) -> tuple[float, float]:
    scored = [(answer.score, answer.entity in truth) for answer, truth in zip(answers, truths) if answer]
    return best_f1(scored, sum(bool(truth) for truth in truths))


def right_first(answers: list[Answer | None], truths: list[set[str]]) -> float:
    """The share of queries with a right entity whose best entity, at any score, is right."""
    wanted = [(answer, truth) for answer, truth in zip(answers, truths) if truth]
    return sum(bool(answer and answer.entity in truth) for answer, truth in wanted) / len(wanted)


def share_flagged(answers: list[Answer | None], threshold: float) -> float:
    return sum(bool(answer and answer.score >= threshold) for answer in answers) / len(answers)
