"""Measures what tokenizing costs beside the text itself, and prints one table:

    Scripts/peers Benchmarks/Compare/corpora.py
    Scripts/peers Benchmarks/Compare/words_limits.py [--write] [--binary FILE]

The first token: CPU time from making the tokenizer to its first tokens, and the memory that became resident meanwhile, in a fresh process, the
median of 15. A user's lexicon of 100,000 words: read and layered over the lexicon, the fastest of 7. Threads: all lines of prose.txt cut by one
thread, or by each of two at once with one tokenizer, wall time, the fastest of 9.
"""

import json
import pathlib
import statistics
import subprocess
import sys

import common


def start(binary, *arguments):
    """A fresh process: what loading took in it."""
    done = subprocess.run([str(binary), *map(str, arguments)], input="", capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[0])


def rounds(binary, count, *arguments):
    """The answers of that many rounds in one process."""
    done = subprocess.run([str(binary), *map(str, arguments)], input="run\n" * count, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()[1:]]


def main():
    arguments = sys.argv[1:]
    binary = pathlib.Path(arguments[arguments.index("--binary") + 1]) if "--binary" in arguments else common.build()
    text = common.ROOT / ".corpora/prose.txt"
    rows = []
    for profile in ["jieba", "tech"]:
        first = [start(binary, "words-load", profile) for _ in range(15)]
        lexicon = rounds(binary, 7, "words-lexicon", profile, 100_000)
        one, two = (min(answer["nanoseconds"] for answer in rounds(binary, 9, "words-threads", text, profile, count))
                    for count in [1, 2])
        rows.append([profile, f"{statistics.median(answer['load'] for answer in first) * 1e3:.2f} ms",
                     f"{statistics.median(answer['memory'] for answer in first) / 1e6:.2f} MB",
                     f"{min(answer['seconds'] for answer in lexicon) * 1e3:.0f} ms", f"{2 * one / two:.2f} ×"])
    header = ["profile", "first token", "memory added by it", "100,000 words of the user", "two threads"]
    result = f"{common.conditions()}.\n\n" + common.table(header, rows)
    print(result)
    if "--write" in arguments:
        common.write_result("words-limits.md", result)


if __name__ == "__main__":
    main()
