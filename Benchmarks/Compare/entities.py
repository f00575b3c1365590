"""Matches dictionaries of 10,000 to 1,000,000 names over articles, beside the Aho-Corasick packages of Python.

    Scripts/peers Benchmarks/Compare/entities.py [--write] [FILE ...]

The names are words of jieba's dictionary (.artifact-sources/, see Scripts/fetch-sources), for the last size with joined
pairs of them. Ours folds script, width and case and tests word boundaries; the peers match bytes or characters as they
are, leftmost and longest. On text and names for which that makes no difference, counts must be equal: before the table,
the program checks this on the Simplified Han characters of the text alone. FILE are the articles, in UTF-8; without any,
those of Fixtures/articles.
"""

import pathlib
import random
import re
import sys
import tempfile

import ahocorasick_rs
import daachorse

from common import ROOT, Ours, Peer, build, conditions, loaded, table, take_turns, write_result

SIZES = [10_000, 100_000, 1_000_000]
ROUNDS = 7
TEXT_BYTES = 5_000_000


def names(size):
    """`size` names: words of two characters and more, drawn with a fixed seed, then joined pairs of words."""
    words = []
    for line in (ROOT / ".artifact-sources/jieba-0.42.1/jieba/dict.txt").read_text().splitlines():
        word = line.split(" ")[0]
        if re.fullmatch("[\u4e00-\u9fff]{2,}", word):
            words.append(word)
    source = random.Random(20261127)
    source.shuffle(words)
    chosen = dict.fromkeys(words[:size])
    while len(chosen) < size:
        chosen[source.choice(words) + source.choice(words)] = None
    return list(chosen)


def articles(paths):
    paths = [pathlib.Path(path) for path in paths] or sorted((ROOT / "Fixtures/articles").iterdir())
    texts = []
    for path in paths:
        try:
            texts.append(path.read_text())
        except UnicodeDecodeError:
            pass  # a page in another encoding
    text = "\n".join(texts)
    return (text * (TEXT_BYTES // len(text.encode()) + 1))


def count(matches):
    return {"matches": len(matches)}


def contenders(binary, patterns, text_path, name_path, text):
    ours = Ours("zhtext", binary, "entities", name_path, text_path)
    found, seconds, memory = loaded(lambda: daachorse.CharwiseDoubleArrayAhoCorasick(
        patterns, match_kind=daachorse.MATCH_KIND_LEFTMOST_LONGEST))
    first = Peer("daachorse (charwise)", lambda: count(found.find(text)), seconds, memory)
    other, seconds, memory = loaded(
        lambda: ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest))
    second = Peer("ahocorasick-rs", lambda: count(other.find_matches_as_indexes(text)), seconds, memory)
    return [ours, first, second]


def check_counts(binary, folder, patterns):
    """The same counts where folding and boundaries have no say."""
    text = "".join(random.Random(1).choice(patterns) + "，" * (index % 3 == 0) for index in range(50_000))
    one = [name for name in patterns if len(name) < 12]
    (folder / "check.txt").write_text(text)
    (folder / "check-names.txt").write_text("\n".join(one))
    runners = contenders(binary, one, folder / "check.txt", folder / "check-names.txt", text)
    answers = {name: answer["matches"] for name, (_, answer) in take_turns(runners, 1).items()}
    for runner in runners:
        runner.close()
    print("matches where nothing folds:", answers, file=sys.stderr)


def main():
    paths = [argument for argument in sys.argv[1:] if argument != "--write"]
    text = articles(paths)
    binary = build()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "text.txt").write_text(text)
        size = len(text.encode())
        for count_of_names in SIZES:
            patterns = names(count_of_names)
            (folder / "names.txt").write_text("\n".join(patterns))
            if count_of_names == SIZES[0]:
                check_counts(binary, folder, patterns)
            runners = contenders(binary, patterns, folder / "text.txt", folder / "names.txt", text)
            best = take_turns(runners, ROUNDS)
            ours = best["zhtext"][0]
            for runner in runners:
                seconds, answer = best[runner.name]
                rows.append([f"{runner.name}, {count_of_names:,}", f"{size / seconds / 1e6:.0f}", f"{seconds / ours:.2f}",
                             f"{runner.load:.2f}", f"{runner.memory / 1e6:.0f}", f"{answer['matches']:,}"])
                runner.close()
    result = table(["", "MB/s", "time, ours = 1", "build, s", "memory, MB", "matches"], rows)
    print(result)
    if "--write" in sys.argv:
        write_result("entities-table.md", f"{conditions()}\n\n{result}")


if __name__ == "__main__":
    main()
