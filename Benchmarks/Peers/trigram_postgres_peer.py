"""PostgreSQL's pg_trgm: the share of trigrams that two names have in common. It folds case and cuts words itself."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

import postgres_cluster
from peer import Answer, EntityList, Peer


def copied(table: str, rows: list[tuple]) -> str:
    """The statement that fills a table, with its data. All fields are quoted, so that none can end the data."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return f"COPY {table} FROM STDIN (FORMAT csv);\n{text.getvalue()}\\.\n"


@dataclass
class TrigramPostgresPeer(Peer):
    _cluster: postgres_cluster.Cluster | None = field(default=None, repr=False)

    def missing(self):
        return postgres_cluster.why_not()

    def version(self):
        return postgres_cluster.version()

    def _rows(self, script: str) -> list[list[str]]:
        if self._cluster is None:
            self._cluster = postgres_cluster.Cluster()
            self._cluster.query("CREATE EXTENSION pg_trgm;")
        return list(csv.reader(io.StringIO(self._cluster.query(script))))

    def score_pairs(self, pairs, schemas):
        numbered = [(position, first, second) for position, (first, second) in enumerate(pairs)]
        rows = self._rows(
            "CREATE TEMP TABLE pair (position int, first text, second text);\n"
            + copied("pair", numbered)
            + "COPY (SELECT similarity(first, second) FROM pair ORDER BY position) TO STDOUT (FORMAT csv);\n"
        )
        return [float(score) for (score,) in rows]

    def best(self, queries, listed: EntityList, schema, floor):
        rows = self._rows(
            "CREATE TEMP TABLE listed (position int, name text);\n"
            + copied("listed", list(enumerate(listed.names)))
            + "CREATE INDEX ON listed USING gin (name gin_trgm_ops);\nANALYZE listed;\n"
            + "CREATE TEMP TABLE query (position int, name text);\n"
            + copied("query", list(enumerate(queries)))
            # The operator % finds through the index what is at least this similar.
            + f"SET pg_trgm.similarity_threshold = {max(floor, 0.001)};\n"
            + "COPY (SELECT DISTINCT ON (query.position) query.position, listed.position,"
            + " similarity(query.name, listed.name) AS score FROM query JOIN listed ON listed.name % query.name"
            + " ORDER BY query.position, score DESC, listed.position) TO STDOUT (FORMAT csv);\n"
        )
        answers: list[Answer | None] = [None] * len(queries)
        for query, name, score in rows:
            answers[int(query)] = Answer(listed.entities[int(name)], float(score))
        return answers

    def close(self):
        if self._cluster is not None:
            self._cluster.close()
            self._cluster = None


def trigram_postgres_peer() -> Peer:
    return TrigramPostgresPeer("pg_trgm similarity", 0.50)
