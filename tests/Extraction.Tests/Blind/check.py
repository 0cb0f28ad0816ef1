#!/usr/bin/env python3
"""Checks the files of this folder and prints their counts, never a text of the held-out half.

  check.py            exit status 1 if a line breaks its format, occurs twice or disagrees with its neighbours
"""
import datetime, json, pathlib, re, sys
from collections import Counter

HERE = pathlib.Path(__file__).parent
STATUSES = {
    "talks": "proposed planned under_way held postponed cancelled suspended rejected".split(),
    "ceasefire": "called_for proposed under_negotiation agreed in_force extended violated suspended collapsed rejected".split(),
}
KINDS = {
    "talks": "meeting visit call negotiation consultation summit conference mediation".split(),
    "ceasefire": ["ceasefire", "truce", "cessation of hostilities", "humanitarian pause", "armistice"],
}
# A finer status counts as the coarser one in the scorer that the passages are written for.
COARSE = {
    "talks": {"under_way": "held", "suspended": "cancelled"},
    "ceasefire": {"called_for": "proposed", "under_negotiation": "proposed", "in_force": "agreed", "suspended": "collapsed"},
}
ROLES = {"party", "mediator", "host", "caller", "guarantor"}
faults = []


def expect(true, where, what):
    if not true:
        faults.append(f"{where}: {what}")


def is_day(text):
    try:
        datetime.date.fromisoformat(text)
        return True
    except (TypeError, ValueError):
        return False


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf8").splitlines()]


def event(row, where):
    """What passages and the mentions of articles have in common."""
    kind, status = row["type"], row.get("exact_status", row["status"])
    expect(status in STATUSES[kind], where, f"status {status}")
    expect(row["kind"] in KINDS[kind], where, f"kind {row['kind']}")
    expect((row["start"] is None) == (row["start_precision"] is None), where, "start and its precision go together")
    expect(row["start"] is None or is_day(row["start"]), where, f"start {row['start']}")
    expect(row["start_precision"] in (None, "day", "week", "month", "year"), where, f"precision {row['start_precision']}")
    expect(isinstance(row["background"], bool), where, "background")


def passages():
    halves = [rows("sentences.jsonl"), rows("held-out.jsonl")]
    everything = halves[0] + halves[1]
    for field in ("id", "text"):
        twice = [value for value, n in Counter(r[field] for r in everything).items() if n > 1]
        expect(not twice, "passages", f"{len(twice)} with one {field}")
    for r in everything:
        expect(is_day(r["published_at"]) and r["text"].strip() == r["text"], r["id"], "day of publication or white space")
        if r["type"] == "none":
            expect(r["negative"] in ("easy", "hard") and r["status"] is None and r["why"], r["id"], "a negative has a degree and a reason")
            continue
        event(r, r["id"])
        expect(r["status"] == COARSE[r["type"]].get(r["exact_status"], r["exact_status"]), r["id"], "coarse status")
        expect(len(r["participants"]) == len(r["parties"]), r["id"], "a party has one surface and one id")
        expect(all(p in r["text"] for p in r["participants"]), r["id"], "a participant is not in the text")
        expect({o["role"] for o in r["others"]} <= ROLES - {"party"}, r["id"], "role")
    for name, half in zip(("to look at", "held out"), halves):
        print(f"passages {name}: {len(half)}, of these talks {sum(r['type'] == 'talks' for r in half)}, ceasefire "
              f"{sum(r['type'] == 'ceasefire' for r in half)}, none {sum(r['type'] == 'none' for r in half)} "
              f"(hard {sum(r['negative'] == 'hard' for r in half)})")
    for kind in STATUSES:
        counts = [Counter(r["exact_status"] for r in half if r["type"] == kind) for half in halves]
        print(f"{kind}: " + ", ".join(f"{s} {counts[0][s]}+{counts[1][s]}" for s in STATUSES[kind]))
        expect(all(c[s] for c in counts for s in STATUSES[kind]), kind, "a status is missing from a half")
    print(f"conflicts of positives: {len({r['conflict'] for r in everything if r['type'] != 'none'})}; decades:",
          dict(sorted(Counter(r["published_at"][:3] + "0s" for r in everything).items())))


def dates():
    found = rows("dates.jsonl")
    for r in found:
        for d in r["dates"]:
            expect(r["text"][d["start"]:d["end"] + 1].lower() == d["text"], r["id"], d["text"])
            expect(all(is_day(a) and is_day(b) and a <= b for a, b in d["values"]), r["id"], "values")
    print(f"dates: {len(found)} passages,", dict(Counter(d["kind"] for r in found for d in r["dates"])))


def articles():
    found = rows("articles.jsonl")
    manifest = {m["file"]: m for m in json.loads((HERE / "articles/manifest.json").read_text(encoding="utf8"))}
    expect(set(manifest) == {a["id"] for a in found}, "articles", "the manifest lists others")
    for a in found:
        expect((HERE / "articles" / a["id"]).read_text(encoding="utf8") == a["text"], a["id"], "file and line differ")
        expect(manifest[a["id"]]["published_at"] == a["published_at"], a["id"], "manifest's time of publication")
        expect(150 <= len(re.findall(r"\S+", a["text"])) <= 300, a["id"], "length")
        for m in a["mentions"]:
            where = f"{a['id']} {m['entry']}"
            event(m, where)
            e = m["evidence"]
            expect(a["text"][e["start"]:e["end"]] == e["text"], where, "evidence")
            expect({p["role"] for p in m["participants"]} <= ROLES, where, "role")
    mentions = [m for a in found for m in a["mentions"]]
    print(f"articles: {len(found)}, mentions {len(mentions)} of which optional {sum(m['optional'] for m in mentions)}, "
          f"entries {len({m['entry'] for m in mentions})}, storylines {len({m['storyline'] for m in mentions})}")


passages()
dates()
articles()
print(*faults, sep="\n", file=sys.stderr)
sys.exit(1 if faults else 0)
