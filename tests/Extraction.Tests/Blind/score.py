#!/usr/bin/env python3
"""Scores mentions against one half of the passages of this folder.

  ./parley analyze < tests/Extraction.Tests/Blind/sentences.jsonl > mentions.jsonl
  python3 tests/Extraction.Tests/Blind/score.py mentions.jsonl [--errors]
  ./parley analyze < tests/Extraction.Tests/Blind/held-out.jsonl > held-out-mentions.jsonl
  python3 tests/Extraction.Tests/Blind/score.py held-out-mentions.jsonl --held-out

A passage that speaks of an event is found if some mention has its type; a mention of a type on a passage without one, or of the other
type where the passage's own was not found, is a false alarm. Status, of the found: 1/n where the mentions of the type carry n different
statuses and a right one is among them. Kind, start and parties are those of the most confident mention of the type; a start counts only
where the gold names one, parties only where the gold names some. A group that goes by another id than the gold's counts as wrong.
"""
import json, pathlib, sys

HERE = pathlib.Path(__file__).parent


def ratio(a, b):
    return a / max(1, b)


def main(path, held_out, show):
    gold = [json.loads(line) for line in (HERE / ("held-out.jsonl" if held_out else "sentences.jsonl")).read_text(encoding="utf8").splitlines()]
    lines = [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf8").splitlines()]
    mentions = {line["id"]: line["mentions"] for line in lines}
    if not mentions.keys() & {g["id"] for g in gold}:
        sys.exit("No id of these mentions is in this half.")
    count = {t: dict(found=0, missed=0, false=0) for t in ("talks", "ceasefire")}
    alarms = {"hard": [0, 0], "easy": [0, 0]}
    status = kind = found = starts = dated = hits = wanted = given = 0
    errors = []
    for g in gold:
        here = [m for m in mentions.get(g["id"], []) if m["type"] in count]
        types = {m["type"] for m in here}
        if g["type"] == "none":
            alarms[g["negative"]][0] += bool(types)
            alarms[g["negative"]][1] += 1
            for t in types:
                count[t]["false"] += 1
                errors.append((f"false alarm {t}", g))
            continue
        if g["type"] not in types:
            count[g["type"]]["missed"] += 1
            for t in types - {g.get("also_type")}:
                count[t]["false"] += 1
            errors.append((f"missed {g['type']} {g['exact_status']}", g))
            continue
        count[g["type"]]["found"] += 1
        found += 1
        own = [m for m in here if m["type"] == g["type"]]
        statuses = {m["status"] for m in own}
        if statuses & {g["exact_status"], g.get("exact_also")}:
            status += 1 / len(statuses)
        else:
            errors.append((f"status {g['type']} {g['exact_status']} but got {sorted(statuses)}", g))
        best = max(own, key=lambda m: m.get("confidence") or 0)
        kind += best.get("kind") == g["kind"]
        if g["start"]:
            dated += 1
            starts += best.get("start") == g["start"]
            if best.get("start") != g["start"]:
                errors.append((f"start {g['start']} but got {best.get('start')}", g))
        if g["parties"]:
            parties = {p["id"] for p in best.get("participants") or [] if p.get("role", "party") == "party"}
            hits += len(parties & set(g["parties"]))
            wanted += len(set(g["parties"]))
            given += len(parties)
    if show:
        for what, g in errors:
            print(f"{what} | {g['id']} {g['published_at']} | {g['text']}")
    f1s = []
    for t, n in count.items():
        p, r = ratio(n["found"], n["found"] + n["false"]), ratio(n["found"], n["found"] + n["missed"])
        f1s.append(2 * p * r / max(1e-9, p + r))
        print(f"{t:10} P {p:.3f}  R {r:.3f}  F1 {f1s[-1]:.3f}   ({n['found']} found, {n['missed']} missed, {n['false']} false)")
    print(f"macro-F1 {sum(f1s) / 2:.3f}  status {ratio(status, found):.3f} of 18  kind {ratio(kind, found):.3f}  "
          f"start {ratio(starts, dated):.3f} of {dated}  party ids P {ratio(hits, given):.3f} R {ratio(hits, wanted):.3f}")
    print("false alarms: " + ", ".join(f"{k} {a}/{n}" for k, (a, n) in alarms.items()))


if __name__ == "__main__":
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(args) != 1 or not set(sys.argv[1:]) <= {*args, "--errors", "--held-out"}:
        sys.exit(__doc__)
    if {"--errors", "--held-out"} <= set(sys.argv):
        sys.exit("The held-out half is for its score alone.")
    main(args[0], "--held-out" in sys.argv, "--errors" in sys.argv)
