"""nomenklatura's matchers, which score entities of the FollowTheMoney model by their names alone here."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from peer import Answer, EntityList, Peer

# nomenklatura remembers what it worked out for an entity by the entity's id: no two may ever share one.
_next_id = itertools.count(1)


@dataclass
class NomenklaturaPeer(Peer):
    algorithm: str = ""

    def _comparison(self):
        from nomenklatura.matching import ScoringConfig, get_algorithm

        algorithm, config = get_algorithm(self.algorithm), ScoringConfig.defaults()
        return lambda query, result: algorithm.compare(query, result, config).score

    @staticmethod
    def _entity(schema: str, names: list[str]):
        from followthemoney import model

        entity = model.make_entity(schema)
        entity.id = f"entity-{next(_next_id)}"
        for name in names:
            entity.add("name", name)
        return entity

    def score_pairs(self, pairs, schemas):
        compare = self._comparison()
        return [
            compare(self._entity(schema, [first]), self._entity(schema, [second]))
            for (first, second), schema in zip(pairs, schemas)
        ]

    def best(self, queries, listed: EntityList, schema, floor):
        compare = self._comparison()
        names: dict[str, list[str]] = {}
        for entity, name in zip(listed.entities, listed.names):
            names.setdefault(entity, []).append(name)
        candidates = [(entity, self._entity(schema, its_names)) for entity, its_names in names.items()]
        answers: list[Answer | None] = []
        for query in queries:
            asked = self._entity(schema, [query])
            entity, score = "", 0.0
            for candidate, proxy in candidates:
                candidate_score = compare(asked, proxy)
                if candidate_score > score:
                    entity, score = candidate, candidate_score
            answers.append(Answer(entity, score) if entity and score >= floor else None)
        return answers


def nomenklatura_peers() -> list[Peer]:
    packages = ["nomenklatura", "followthemoney"]
    return [
        NomenklaturaPeer("nomenklatura logic-v2", 0.70, packages, slow=True, algorithm="logic-v2"),
        NomenklaturaPeer("nomenklatura name-based", 0.70, packages, slow=True, algorithm="name-based"),
    ]
