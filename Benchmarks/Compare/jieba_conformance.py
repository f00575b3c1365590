"""Compares the profile `jieba` with the Python package jieba 0.42.1, token by token, and reports the first difference of each mode:

    Scripts/peers Benchmarks/Compare/jieba_conformance.py [--strings N] [--seed N] [--user-dictionary FILE] [FILE …]

The strings are random: words and characters of jieba's dictionary, every character of words with Latin in them, Latin, digits and marks, white
space, emoji, rare and control characters. Files are compared as a whole and line by line. Exit status 1 if anything differs.
"""

import argparse
import json
import logging
import pathlib
import random
import subprocess
import sys

import jieba

import common

MODES = [("precise", True), ("precise", False), ("search", True), ("search", False), ("full", True)]


def ours(binary, texts, mode, hmm, dictionary):
    """The tokens of each text by `zhtext tokenize --ndjson`."""
    command = [str(binary), "tokenize", "--ndjson", "--profile", "jieba", "--mode", mode]
    command += [] if hmm else ["--no-hmm"]
    command += ["--user-dictionary", dictionary] if dictionary else []
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    output = subprocess.run(command, input=lines.encode(), capture_output=True, check=True).stdout
    return [json.loads(line)["tokenize"] for line in output.split(b"\n") if line]


def theirs(text, mode, hmm):
    if mode == "full":
        return jieba.lcut(text, cut_all=True)
    return jieba.lcut_for_search(text, HMM=hmm) if mode == "search" else jieba.lcut(text, HMM=hmm)


class Generator:
    """Random strings that are hard to cut."""

    def __init__(self, seed):
        self.draw = random.Random(seed)
        path = pathlib.Path(jieba.__path__[0]) / "dict.txt"
        self.words = [line.split(" ")[0] for line in path.read_text(encoding="utf-8").splitlines()]
        self.characters = [word for word in self.words if len(word) == 1]
        self.latin = [word for word in self.words if any(c < "\x80" for c in word)]

    def piece(self):
        draw, chance = self.draw, self.draw.random()
        if chance < 0.35:
            return draw.choice(self.words)
        if chance < 0.50:
            return draw.choice(self.characters)
        if chance < 0.58:
            return chr(draw.randint(0x4E00, 0x9FFF))
        if chance < 0.68:
            return "".join(draw.choice("abcXYZ0123456789+#&._%-") for _ in range(draw.randint(1, 8)))
        if chance < 0.72:
            return draw.choice(self.latin)
        if chance < 0.76:
            return draw.choice(["3.5", "20%", "v1.2.3", "C++", "AT&T", "江南", "4s", "T", "X", "卡", "%", ".", "--", "小S"])
        if chance < 0.84:
            return draw.choice("，。！？、：；“”（）《》…—·")
        if chance < 0.90:
            return draw.choice(" \n\t\r\u3000\xa0\x85\x1c\x0b/,!?()[]{}\"'<>~`@$^*=|\\")
        if chance < 0.92:
            return "\r\n"
        if chance < 0.95:
            return draw.choice(["😀", "👨‍👩‍👧", "🇨🇳", "é", "ñ", "Ω", "я", "γ", "𠮷", "㐀", "\0", "\x7f", "\ufeff", "ａ", "１", "한"])
        if chance < 0.98:
            return chr(draw.choice([draw.randint(1, 0x7F), draw.randint(0x80, 0xFFF), draw.randint(0x3000, 0x33FF)]))
        return draw.choice(self.words)[:2]

    def string(self):
        return "".join(self.piece() for _ in range(self.draw.randint(1, 25)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--user-dictionary")
    parser.add_argument("--binary", help="the command zhtext; built where it is not given")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    binary = options.binary or common.build("zhtext", common.ROOT)
    jieba.setLogLevel(logging.ERROR)
    if options.user_dictionary:
        jieba.load_userdict(options.user_dictionary)
    generator = Generator(options.seed)
    texts = [generator.string() for _ in range(options.strings)]
    for file in options.files:
        text = pathlib.Path(file).read_bytes().decode("utf-8")
        texts += [text] + text.splitlines()
    differing = 0
    for mode, hmm in MODES:
        found = 0
        for text, mine in zip(texts, ours(binary, texts, mode, hmm, options.user_dictionary)):
            expected = theirs(text, mode, hmm)
            if mine == expected:
                continue
            found += 1
            if found == 1:
                pairs = zip(mine, expected)
                place = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(mine), len(expected)))
                print(f"first difference, at token {place} of {text[:80]!r}:\n  ours  {mine[max(0, place - 3):place + 4]}\n"
                      f"  jieba {expected[max(0, place - 3):place + 4]}")
        label = mode + ("" if mode == "full" else ", model on" if hmm else ", model off")
        size = sum(len(text.encode()) for text in texts)
        print(f"{label}: {len(texts):,} texts, {size:,} bytes, {found} differ")
        differing += found
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
