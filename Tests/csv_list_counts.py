#!/usr/bin/env python3
"""Counts what published lists in CSV hold, independently of Weir, and prints one JSON object.

usage: csv_list_counts.py csl FILE | ofac FIRST ALT ADD [COMMENTS]

Names are counted as the files have them, before names that stand in one cell are taken apart.
"""
import collections
import csv
import json
import re
import sys

csv.field_size_limit(1 << 30)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if row and row != ["\x1a"]]


def value(cell):
    cell = cell.strip()
    return "" if cell == "-0-" else cell


def spread(keys):
    """Ten keys spread evenly over all."""
    step = max(1, len(keys) // 10)
    return keys[::step][:10]


def ofac(first, alt, add, comments=None):
    further = dict(rows(comments)) if comments else {}
    entities, names, addresses, unmatched = {}, collections.Counter(), 0, collections.Counter()
    for row in rows(first):
        if row[0] not in entities:
            entities[row[0]] = {"primary": value(row[1]), "further": [], "addresses": 0}
            names["primary"] += 1
    for number, _, kind, name, _ in rows(alt):
        if number not in entities:
            unmatched["alt"] += 1
            continue
        kind = "former" if kind == "fka" else "alias"
        own = entities[number]
        if value(name) != own["primary"] and value(name) not in [n for n, _ in own["further"]]:
            own["further"].append([value(name), kind])
            names[kind] += 1
    for number, _, street, city, country, _ in rows(add):
        if number not in entities:
            unmatched["add"] += 1
        elif value(street) or value(city) or value(country):
            entities[number]["addresses"] += 1
            addresses += 1
    quoted = 0
    for row in rows(first):
        remarks = row[11] + further.get(row[0], "")
        own = entities[row[0]]
        known = {own["primary"]} | {name for name, _ in own["further"]}
        quoted += len(set(re.findall(r"(?:^|; ?)(?:alt\. )?[afn]\.k\.a\. '([^;]*)'", remarks)) - known)
    return {
        "entities": len(entities), "names": names, "addresses": addresses, "unmatched": unmatched,
        "quoted": quoted, "sample": {key: entities[key] for key in spread(list(entities))},
    }


def csl(path):
    header, *records = rows(path)
    records = [dict(zip(header, row)) for row in records]
    entities = []
    for record in records:
        aliases = [a.strip() for a in record["alt_names"].split(";") if a.strip()]
        addresses = [a.strip() for a in record["addresses"].split(";") if a.strip()]
        entities.append({
            "primary": record["name"].strip(), "aliases": len(aliases), "addresses": len(addresses),
            "start": record["start_date"], "end": record["end_date"], "notice": record["federal_register_notice"],
        })
    return {
        "entities": len(entities), "aliases": sum(e["aliases"] for e in entities),
        "addresses": sum(e["addresses"] for e in entities),
        "sample": {str(i): entities[i] for i in spread(list(range(len(entities))))},
    }


if __name__ == "__main__":
    counted = {"ofac": ofac, "csl": csl}[sys.argv[1]](*sys.argv[2:])
    json.dump(counted, sys.stdout, ensure_ascii=False, sort_keys=True)
