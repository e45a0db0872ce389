"""rapidfuzz: measures of whole strings. It compares what it is given, so names are cleaned first."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from peer import Answer, EntityList, Peer

# Queries scored in one call: bounds the matrix to some tens of megabytes on a list of 10,000 names.
QUERIES_AT_ONCE = 256


def cleaned(name: str) -> str:
    """Casefolded, with every character of punctuation or of symbols made a space, and spaces single."""
    kept = (" " if unicodedata.category(character)[0] in "PS" else character for character in name.casefold())
    return " ".join("".join(kept).split())


@dataclass
class StringPeer(Peer):
    # The name of the measure in rapidfuzz, and the score it gives to equal strings.
    measure: str = ""
    full_score: float = 100

    def _scorer(self):
        from rapidfuzz import fuzz
        from rapidfuzz.distance import JaroWinkler

        return JaroWinkler.normalized_similarity if self.measure == "JaroWinkler" else getattr(fuzz, self.measure)

    def score_pairs(self, pairs, schemas):
        scorer = self._scorer()
        return [scorer(cleaned(first), cleaned(second)) / self.full_score for first, second in pairs]

    def best(self, queries, listed: EntityList, schema, floor):
        from rapidfuzz.process import cdist

        scorer = self._scorer()
        names = [cleaned(name) for name in listed.names]
        answers: list[Answer | None] = []
        for start in range(0, len(queries), QUERIES_AT_ONCE):
            part = [cleaned(query) for query in queries[start : start + QUERIES_AT_ONCE]]
            # A cutoff lets rapidfuzz leave hopeless pairs early; they come back as 0. In single precision a score
            # of exactly .9 would fall below a threshold of .9.
            cutoff = floor * self.full_score
            scores = cdist(part, names, scorer=scorer, score_cutoff=cutoff, dtype="float64")
            for row, position in zip(scores, scores.argmax(axis=1)):
                score = float(row[position]) / self.full_score
                found = score > 0 and score >= floor
                answers.append(Answer(listed.entities[position], score) if found else None)
        return answers


def string_peers() -> list[Peer]:
    package = ["rapidfuzz"]
    return [
        StringPeer("rapidfuzz WRatio", 0.90, package, measure="WRatio"),
        StringPeer("rapidfuzz token_set_ratio", 0.85, package, measure="token_set_ratio"),
        StringPeer("rapidfuzz Jaro-Winkler", 0.90, package, measure="JaroWinkler", full_score=1),
    ]
