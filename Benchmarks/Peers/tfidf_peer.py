"""Cosine of trigram TF-IDF vectors: scikit-learn makes the vectors, sparse_dot_topn finds the nearest."""

from __future__ import annotations

from peer import Answer, EntityList, Peer
from string_peers import cleaned

# Scores are sums of products: 0.7 may come out a hair below, and must still reach a threshold of 0.7.
ROUNDING = 1e-9


class TfidfPeer(Peer):
    @staticmethod
    def _vectors(*groups: list[str]):
        """Weighs trigrams by how rare they are in all the names at hand, as record-linkage recipes do."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        # Words get a space on both sides, so that a name of two characters still has trigrams.
        vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), preprocessor=cleaned)
        vectoriser.fit([name for group in groups for name in group])
        return [vectoriser.transform(group) for group in groups]

    def score_pairs(self, pairs, schemas):
        from numpy import asarray

        first, second = self._vectors([pair[0] for pair in pairs], [pair[1] for pair in pairs])
        return [score + ROUNDING for score in asarray(first.multiply(second).sum(axis=1)).ravel().tolist()]

    def best(self, queries, listed: EntityList, schema, floor):
        from sparse_dot_topn import sp_matmul_topn

        names, asked = self._vectors(listed.names, queries)
        cutoff = max(floor - ROUNDING, 0)
        nearest = sp_matmul_topn(asked, names.T.tocsr(), top_n=1, threshold=cutoff, sort=True).tocsr()
        answers: list[Answer | None] = []
        for row in range(len(queries)):
            start, end = nearest.indptr[row], nearest.indptr[row + 1]
            found = end > start and nearest.data[start] > 0
            entity = listed.entities[nearest.indices[start]] if found else ""
            answers.append(Answer(entity, float(nearest.data[start]) + ROUNDING) if found else None)
        return answers


def tfidf_peer() -> Peer:
    return TfidfPeer("trigram TF-IDF cosine", 0.70, ["sparse-dot-topn", "scikit-learn"])
