#!/usr/bin/env python3
"""B-cubed F1 of the threading, of the mentions that are told in a labelled passage.

    score_threads.py looked-at-1 [--errors]

Each storyline is replayed by itself. With --errors: the entries that hold several threads, and the threads that lie in several entries; not of
sets that are held out.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PARLEY = HERE.parents[2] / "parley"


def b_cubed(pairs):
    entries, threads, both = (collections.Counter(k) for k in ((e for e, _ in pairs), (t for _, t in pairs), pairs))
    if not pairs:
        return 0.0, 0.0, 0.0
    precision = sum(n * n / entries[e] for (e, _), n in both.items()) / len(pairs)
    recall = sum(n * n / threads[t] for (_, t), n in both.items()) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def replay(articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(a) + "\n" for a in articles)
        file.flush()
        out = subprocess.run([str(PARLEY), "replay", file.name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    return [(step, entry) for entry in map(json.loads, out.splitlines()) for step in entry["history"]]


def matched(steps, passages):
    """Each step with a passage of its type that it was read in: first those of one status."""
    candidates = sorted(
        ((step["status"] != passage["status"], i, j)
         for i, (step, entry) in enumerate(steps) for j, passage in enumerate(passages)
         if passage["article"] == step["article"] and passage["type"] == entry["type"]
         and step["evidence"]["start"] < passage["end"] and passage["start"] < step["evidence"]["end"]))
    taken_steps, taken_passages = set(), set()
    for _, i, j in candidates:
        if i not in taken_steps and j not in taken_passages:
            taken_steps.add(i)
            taken_passages.add(j)
            yield steps[i], passages[j]


def show(title, groups):
    for key, told in groups.items():
        print(f"  {title} {key}")
        for (step, entry), passage in told:
            print("    ", passage["thread"], entry["id"], step["article"], step["status"], entry["start"], "|", step["evidence"]["text"].replace("\n", " ")[:200])


def main():
    name, errors = sys.argv[1], "--errors" in sys.argv
    if errors and name.endswith("held-out"):
        sys.exit("score_threads.py: nobody looks at the errors of a held-out set")
    read = lambda file: [json.loads(line) for line in open(HERE / "threads" / file, encoding="utf-8")]
    passages, stories, everything = read(f"{name}.jsonl"), collections.defaultdict(list), []
    for article in read(f"{name}.articles.jsonl"):
        stories[article["id"].rsplit("-", 1)[0]].append(article)
    for story, articles in stories.items():
        told = list(matched(replay(articles), [p for p in passages if p["article"].rsplit("-", 1)[0] == story]))
        pairs = [((story, entry["id"]), passage["thread"]) for (_, entry), passage in told]
        everything += pairs
        if not name.endswith("held-out"):
            print("{}: precision {:.3f} recall {:.3f} F1 {:.3f}, {} mentions".format(story, *b_cubed(pairs), len(pairs)))
        if errors:
            by_entry, by_thread = collections.defaultdict(list), collections.defaultdict(list)
            for each in told:
                by_entry[each[0][1]["id"]].append(each)
                by_thread[each[1]["thread"]].append(each)
            show("entry", {k: v for k, v in by_entry.items() if len({p["thread"] for _, p in v}) > 1})
            show("thread", {k: v for k, v in by_thread.items() if len({e["id"] for (_, e), _ in v}) > 1})
    print("{}: precision {:.3f} recall {:.3f} F1 {:.3f}, {} mentions of {} passages".format(name, *b_cubed(everything), len(everything), len(passages)))


if __name__ == "__main__":
    main()
