"""What a tool must offer here, so that one piece of code can measure them all."""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class EntityList:
    """The names to screen against, each with the entity it stands for; an entity may have several."""

    entities: list[str]
    names: list[str]
    # The file the list was read from, if it is one in Weir's own format.
    path: Path | None = None


@dataclass(frozen=True)
class Answer:
    """The entity a peer ranks first for a query, and its score between 0 and 1."""

    entity: str
    score: float


@dataclass
class Peer:
    """A tool under measurement. Scores are in 0…1, whatever the tool's own scale is."""

    title: str
    # The score from which a user of the tool would call two names a match.
    threshold: float
    # The packages whose versions belong in a report.
    packages: list[str] = field(default_factory=list)
    # Too slow for thousands of names against thousands: measured on samples.
    slow: bool = False

    def missing(self) -> str | None:
        """Why the peer can't run here, or None if it can."""
        for package in self.packages:
            try:
                importlib.metadata.version(package)
            except importlib.metadata.PackageNotFoundError:
                return f"{package} is not installed"
        return None

    def version(self) -> str:
        return ", ".join(f"{package} {importlib.metadata.version(package)}" for package in self.packages)

    def score_pairs(self, pairs: list[tuple[str, str]], schemas: list[str]) -> list[float]:
        """A score for each pair; `schemas` says what kind of thing each pair names (Person, Company, …)."""
        raise NotImplementedError

    def best(self, queries: list[str], listed: EntityList, schema: str, floor: float) -> list[Answer | None]:
        """The best entity for each query; None where no name scores at least `floor`. Ties go to the name listed
        first where the tool lets that be said."""
        raise NotImplementedError

    def close(self) -> None:
        """Frees what the peer started."""
