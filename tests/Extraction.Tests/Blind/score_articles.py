#!/usr/bin/env python3
"""Scores a ledger made of the articles of this folder: what was found in each, and whether it was put into the right entries.

  ./parley replay tests/Extraction.Tests/Blind/articles --manifest tests/Extraction.Tests/Blind/articles/manifest.json > ledger.jsonl
  python3 tests/Extraction.Tests/Blind/score_articles.py ledger.jsonl [--errors]

A step of an entry's history is one predicted mention. It matches a gold mention of the same article and type if their evidence
overlaps, or if they agree in status and share a party; pairs are taken best first, each mention once. Optional gold mentions may be
missing. Threading is B-cubed over the matched mentions: are two that stand in one entry of the ledger of one entry in the gold,
and the other way round?
"""
import json, pathlib, sys
from collections import defaultdict

HERE = pathlib.Path(__file__).parent


def likeness(gold, step):
    """How well a step fits a gold mention; 0 where it does not."""
    overlap = step["evidence"]["start"] < gold["evidence"]["end"] and step["evidence"]["end"] > gold["evidence"]["start"]
    same_status = gold["status"] == step["status"]
    shared = bool({p["id"] for p in gold["participants"]} & step["parties"])
    return 4 * overlap + 2 * same_status + shared if overlap or (same_status and shared) else 0


def pairs(gold, steps):
    ranked = sorted(((likeness(g, s), -i, -j) for i, g in enumerate(gold) for j, s in enumerate(steps)
                     if g["type"] == s["type"] and likeness(g, s)), reverse=True)
    taken_gold, taken_steps = {}, set()
    for _, i, j in ranked:
        if -i not in taken_gold and -j not in taken_steps:
            taken_gold[-i] = -j
            taken_steps.add(-j)
    return taken_gold


def b_cubed(matched):
    """Precision and recall of (entry in the gold, entry in the ledger) pairs."""
    by_gold, by_ledger = defaultdict(list), defaultdict(list)
    for n, (g, p) in enumerate(matched):
        by_gold[g].append(n)
        by_ledger[p].append(n)
    right = [len(set(by_gold[g]) & set(by_ledger[p])) for g, p in matched]
    count = max(1, len(matched))
    return (sum(r / len(by_ledger[p]) for r, (_, p) in zip(right, matched)) / count,
            sum(r / len(by_gold[g]) for r, (g, _) in zip(right, matched)) / count)


def main(ledger, show):
    steps = defaultdict(list)
    for entry in map(json.loads, open(ledger, encoding="utf8")):
        parties = {p["id"] for p in entry["participants"]}
        for step in entry["history"]:
            steps[step["article"]].append({**step, "entry": entry["id"], "type": entry["type"], "parties": parties})
    found = required = status = false = 0
    matched = []
    for line in (HERE / "articles.jsonl").read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        gold, here = article["mentions"], steps[article["id"]]
        taken = pairs(gold, here)
        for i, g in enumerate(gold):
            required += not g["optional"]
            if i in taken:
                s = here[taken[i]]
                found += not g["optional"]
                status += g["status"] == s["status"]
                matched.append((g["entry"], s["entry"]))
                if show and g["status"] != s["status"]:
                    print(f"status  {article['id']:30} {g['entry']:28} {g['status']} but got {s['status']}: {g['evidence']['text']}")
            elif show and not g["optional"]:
                print(f"missed  {article['id']:30} {g['entry']:28} {g['status']}: {g['evidence']['text']}")
        for j, s in enumerate(here):
            if j not in taken.values():
                false += 1
                if show:
                    print(f"surplus {article['id']:30} {s['type']} {s['status']}: {s['evidence']['text']}")
    precision, recall = b_cubed(matched)
    print(f"mentions: {found}/{required} found, status {status / max(1, len(matched)):.3f} of {len(matched)}, surplus {false}")
    print(f"threading: B3 P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


if __name__ == "__main__":
    args = [a for a in sys.argv[1:] if a != "--errors"]
    if len(args) != 1:
        sys.exit(__doc__)
    main(args[0], "--errors" in sys.argv)
