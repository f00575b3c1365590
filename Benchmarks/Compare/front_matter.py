"""Compares reading front matter with python-frontmatter and Yams: Scripts/peers Benchmarks/Compare/front_matter.py [--write]

All read the same 4,000 varied heads of two shapes (see front_matter_pages.py), in turns, and have to count the same entries
and the same bytes of titles. Finding the block, decoding into a type and changing the title are measured besides."""

import json
import sys
import tempfile

import frontmatter

import common
from front_matter_pages import pages

ROUNDS = 9
# Documents a second that each job has to reach.
TARGETS = {"find": 2_000_000, "read": 100_000, "decode": 50_000, "edit": 100_000}


def read_with_python(texts):
    """Reads every page with python-frontmatter."""
    entries = size = 0
    for text in texts:
        metadata = frontmatter.loads(text).metadata
        entries += len(metadata)
        size += len(metadata["title"].encode())
    return {"documents": len(texts), "entries": entries, "bytes": size}


def main():
    texts = pages(4000)
    average = sum(len(text.encode()) for text in texts) / len(texts)
    binary = common.build()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
        file.flush()
        ours = {job: common.Ours(f"zhtext {job}", binary, "front-matter", job, file.name) for job in TARGETS}
        yams = common.Ours("Yams", binary, "front-matter", "yams", file.name)
        python = common.Peer("python-frontmatter", lambda: read_with_python(texts))
        best = common.take_turns([*ours.values(), yams, python], ROUNDS)
        for contender in [*ours.values(), yams]:
            contender.close()

    expected = best["python-frontmatter"][1]
    for name in ["zhtext read", "Yams"]:
        if best[name][1] != expected:
            raise SystemExit(f"{name} read {best[name][1]}, python-frontmatter {expected}")
    speed = {name: len(texts) / seconds for name, (seconds, _) in best.items()}
    jobs = {"zhtext find": "find the block", "zhtext read": "read into the typed tree with ranges",
            "zhtext decode": "read and decode into a Swift type", "zhtext edit": "read, change the title, read again",
            "Yams": "load into dictionaries", "python-frontmatter": "load into a dictionary"}
    rows = [[name, jobs[name], f"{value:,.0f}", f"{speed['zhtext read'] / value:.2f}"]
            for name, value in sorted(speed.items(), key=lambda item: -item[1])]
    text = (f"# Front matter\n\n{len(texts):,} heads of {average:.0f} bytes on average, two shapes in turns; one core, the fastest "
            f"of {ROUNDS} rounds by CPU time.\n{common.conditions()}. Made by `Scripts/peers Benchmarks/Compare/front_matter.py "
            "--write`.\n\n" + common.table(["reader", "job", "documents/s", "zhtext read ÷ it"], rows))
    print(text)
    missed = [job for job, target in TARGETS.items() if speed[f"zhtext {job}"] < target]
    missed += [name for name in ["Yams", "python-frontmatter"] if speed["zhtext read"] < 10 * speed[name]]
    print("targets missed: " + ", ".join(missed) if missed else "all targets reached")
    if "--write" in sys.argv:
        common.write_result("front_matter.md", text)


if __name__ == "__main__":
    main()
