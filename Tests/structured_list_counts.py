#!/usr/bin/env python3
"""Counts what is on lists in XML and JSON, independently of Weir's readers, which a test compares with it.

    Tests/structured_list_counts.py FILE...

prints a line of JSON for each file: how many names of each kind it has, names taken as they stand, and its entities with
all their names. Only Python's own parsers are used.
"""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter


def one_line(text):
    return re.sub(r"[ \t\n\v\f\r]+", " ", text or "").strip()


def add(names, text, kind, weak=False):
    """A name once: it stays what it was, and is weak only if it is so each time."""
    text = (text or "").strip()
    if not text:
        return
    for name in names:
        if name[0] == text:
            name[2] = name[2] and weak
            return
    names.append([text, kind, weak])


def un_entities(root):
    entities = []
    for node in root.iter():
        if node.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        names = []
        parts = [one_line(node.findtext(tag)) for tag in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")]
        add(names, " ".join(part for part in parts if part), "primary")
        for original in node.findall("NAME_ORIGINAL_SCRIPT"):
            add(names, one_line(original.text), "translation")
        for alias in node.findall(node.tag + "_ALIAS"):
            quality = one_line(alias.findtext("QUALITY"))
            kind = "former" if quality == "f.k.a." else "alias"
            add(names, one_line(alias.findtext("ALIAS_NAME")), kind, quality == "Low")
        entities.append({"id": one_line(node.findtext("REFERENCE_NUMBER")), "names": names})
    return entities


def open_sanctions_entities(objects):
    parties = ("Person", "LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane", "Vehicle")
    entities = []
    for value in objects:
        if value["schema"] not in parties:
            continue
        properties, names = value["properties"], []
        own = properties.get("name", [])
        if value["caption"] in own:
            add(names, value["caption"], "primary")
        for name in own:
            add(names, name, "alias" if names else "primary")
        for name in properties.get("alias", []):
            add(names, name, "alias")
        for name in properties.get("previousName", []):
            add(names, name, "former")
        for key in ("weakAlias", "abbreviation"):
            for name in properties.get(key, []):
                add(names, name, "alias", True)
        if names:
            entities.append({"id": value["id"], "names": names})
    return entities


def plain_entities(elements, notes_count):
    """Entries with an id are one entity if they share it and a name, others if all that is kept of them is equal."""
    entities, seen = [], []
    for element in elements:
        names = []
        add(names, element.get("name") or element.get("entity_name"), "primary")
        for alias in element.get("aliases") or []:
            add(names, alias, "alias" if names else "primary")
        if not names:
            continue
        addresses = element.get("addresses") or [element.get("address")]
        citations = [one_line(line) for line in (element.get("federal_register") or "").splitlines()]
        key = (
            names, element.get("country"), [one_line(address) for address in addresses],
            element.get("effective_date"), citations, element.get("notes") if notes_count else None,
        )
        identity = element.get("id")
        known = [
            entity for entity, other, other_key in seen
            if (identity == other and (identity is None and key == other_key
                or identity is not None and {name[0] for name in names} & {name[0] for name in entity["names"]}))
        ]
        if known:
            for text, kind, weak in names:
                add(known[0]["names"], text, kind if kind != "primary" else "alias", weak)
            continue
        entity = {"id": identity, "names": names}
        seen.append((entity, identity, key))
        entities.append(entity)
    # What entities without an id, or with one of others, are called is for Weir to say.
    counts = Counter(entity["id"] for entity in entities)
    for entity in entities:
        if counts[entity["id"]] > 1:
            entity["id"] = None
    return entities


def entities_of(path):
    with open(path, encoding="utf-8-sig") as file:
        text = file.read()
    if text.lstrip().startswith("<"):
        return un_entities(ElementTree.fromstring(text.encode()))
    value = json.loads(text)
    if isinstance(value, dict):
        is_entity_list = value.get("list_id") == "bis-entity-list"
        return plain_entities(value["entities"], is_entity_list or "list_id" not in value)
    if "schema" in value[0]:
        return open_sanctions_entities(value)
    return plain_entities(value, False)


for path in sys.argv[1:]:
    entities = entities_of(path)
    kinds = Counter()
    for entity in entities:
        for _, kind, weak in entity["names"]:
            kinds["weak" if weak else kind] += 1
    print(json.dumps({"path": path, "kinds": kinds, "entities": entities}))
