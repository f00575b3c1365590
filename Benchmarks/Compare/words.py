"""Tokenizes the same texts with ours and its peers, in turns, and prints one table a text:

    Scripts/peers Benchmarks/Compare/corpora.py
    Scripts/peers Benchmarks/Compare/words.py [--write] [--rounds N] [--binary FILE] [--command FILE] [FILE …]

Without files it takes those of `corpora.py`. Everyone gets each text as a whole and line by line, lines being what headlines are. A peer's cost
includes the strings it makes for its caller, as ours includes its offsets; ICU's is that of its iterator over UTF-16, called once for all lines.
The slow ones get the first 200 kB. `differences` counts the tokens of jieba that the peer does not have, on those 200 kB.
"""

import ctypes
import importlib
import json
import logging
import pathlib
import subprocess
import sys

import common

HEAD = 200_000
SLOW = ("jieba", "cppjieba", "ICU")


class ICU:
    """ICU's word iterator, by `icu_words.c`."""

    def __init__(self):
        self.library = common.icu_library("icu_words.c")
        self.library.icu_words.restype = ctypes.c_int64
        if not self.library.icu_words_load():
            raise SystemExit("ICU has no word iterator for Chinese")
        self.cut("加载")

    def ends(self, parts):
        """A function that gives the number of boundaries, and the array it writes them to."""
        data = [part.encode("utf-16-le") for part in parts]
        lengths = (ctypes.c_int32 * len(parts))(*(len(part) // 2 for part in data))
        ends = (ctypes.c_int32 * (sum(lengths) + 1))()
        text, count = b"".join(data), ctypes.c_int64(len(parts))
        return lambda: self.library.icu_words(text, lengths, count, ends), ends

    def cut(self, text):
        count, ends = self.ends([text])
        places = [0] + list(ends[:count()])
        data = text.encode("utf-16-le")
        return [data[2 * a:2 * b].decode("utf-16-le") for a, b in zip(places, places[1:])]

    def job(self, parts):
        count, _ = self.ends(parts)
        return lambda: {"tokens": count()}


class Package:
    """A package whose function gives a list of tokens."""

    def __init__(self, cut):
        self.cut = cut

    def job(self, parts):
        return lambda: {"tokens": sum(len(self.cut(part)) for part in parts)}


class Thrice:
    """A contender that runs three times when it is its turn, so that what the one before it left in the caches does not count."""

    def __init__(self, contender):
        self.name, self.contender = contender.name, contender

    def round(self):
        return min((self.contender.round() for _ in range(3)), key=lambda round: round[0])


def peers():
    """{name: (peer with the model, peer without it or None, load seconds, memory)}."""
    def load_jieba():
        import jieba
        jieba.setLogLevel(logging.ERROR)
        jieba.dt.cache_file = "/dev/null"
        jieba.initialize()
        return jieba

    def load(name):
        package = importlib.import_module(name)
        package.cut("加载")
        return package
    found = {}
    jieba, load_time, memory = common.loaded(load_jieba)
    found["jieba"] = (Package(jieba.lcut), Package(lambda text: jieba.lcut(text, HMM=False)), load_time, memory)
    rjieba, load_time, memory = common.loaded(lambda: load("rjieba"))
    found["rjieba"] = (Package(rjieba.cut), Package(lambda text: rjieba.cut(text, hmm=False)), load_time, memory)
    cppjieba, load_time, memory = common.loaded(lambda: load("cppjieba_py_dat"))
    found["cppjieba"] = (Package(cppjieba.cut), Package(lambda text: cppjieba.cut(text, HMM=False)), load_time, memory)
    icu, load_time, memory = common.loaded(ICU)
    found["ICU"] = (icu, None, load_time, memory)
    return found


def spans(tokens):
    """The tokens as places in the text."""
    found, place = set(), 0
    for token in tokens:
        found.add((place, place + len(token)))
        place += len(token)
    return found


def head(text):
    """The beginning of a text, whole lines of it."""
    part = text.encode()[:HEAD].decode("utf-8", "ignore")
    return part[:part.rfind("\n") + 1] or part


def measure(path, text, binary, rounds, lines):
    """{contender: (MB/s, tokens)} of one text in one shape."""
    part, size = head(text), len(text.encode())
    rounds *= max(1, min(4, 2_000_000 // size))
    split = (lambda text: text.split("\n")) if lines else (lambda text: [text])
    contenders, sizes = [], {}
    for profile in ["jieba", "tech"]:
        for model, option in [("", "joined"), (", no model", "split")]:
            name = f"zhtext {profile}{model}"
            contenders.append(common.Ours(name, binary, "words", path, profile, "precise", option, "lines" if lines else "whole"))
            sizes[name] = size
    for name, (with_model, without, *_) in PEERS.items():
        for model, peer in [("", with_model), (", no model", without)]:
            if peer:
                contenders.append(common.Peer(name + model, peer.job(split(part if name in SLOW else text))))
                sizes[name + model] = len(part.encode()) if name in SLOW else size
    best = common.take_turns([Thrice(contender) for contender in contenders], rounds)
    for contender in contenders:
        contender.close()
    return {name: (sizes[name] / seconds / 1e6, answer["tokens"]) for name, (seconds, answer) in best.items()}


def compare(path, binary, rounds):
    """The rows of one text."""
    text = path.read_text(encoding="utf-8")
    part = head(text)
    whole, lines = (measure(path, text, binary, rounds, shape) for shape in [False, True])
    expected = {"": spans(PEERS["jieba"][0].cut(part)), ", no model": spans(PEERS["jieba"][1].cut(part))}
    rows = []
    for name, (speed, tokens) in whole.items():
        model = ", no model" if name.endswith("no model") else ""
        plain = name.removesuffix(", no model")
        base = "rjieba" + model
        if plain in PEERS:
            found = spans(PEERS[plain][1 if model else 0].cut(part))
        else:
            found = spans(ours(part, plain.split()[1], model))
        rows.append([name, f"{speed:.1f}", f"{speed / whole[base][0]:.2f}", f"{lines[name][0]:.1f}",
                     f"{lines[name][0] / lines[base][0]:.2f}", f"{tokens:,}", f"{len(expected[model] - found):,}"])
    return rows


def ours(text, profile, model):
    """The tokens of a text by the command."""
    command = [str(COMMAND), "tokenize", "--ndjson", "--profile", profile] + (["--no-hmm"] if model else [])
    line = json.dumps({"text": text}) + "\n"
    return json.loads(subprocess.run(command, input=line, capture_output=True, text=True, check=True).stdout)["tokenize"]


def main():
    global PEERS, COMMAND
    arguments = sys.argv[1:]
    value = lambda option, default: arguments[arguments.index(option) + 1] if option in arguments else default
    rounds = int(value("--rounds", 5))
    binary = value("--binary", None) or common.build()
    COMMAND = value("--command", None) or common.build("zhtext", common.ROOT)
    options = {"--rounds", "--binary", "--command"}
    files = [pathlib.Path(a) for i, a in enumerate(arguments)
             if not a.startswith("--") and (i == 0 or arguments[i - 1] not in options)]
    files = files or sorted((common.ROOT / ".corpora").glob("*.txt"))
    PEERS = peers()
    result = f"{common.conditions()}; one thread, CPU time, the fastest of {rounds} rounds in turns (of more where the text is small), three runs a turn.\n"
    for path in files:
        rows = compare(path, binary, rounds)
        header = ["", "whole, MB/s", "× rjieba", "by line, MB/s", "× rjieba", "tokens", "differences from jieba"]
        result += f"\n### {path.name} ({path.stat().st_size:,} bytes)\n\n" + common.table(header, rows)
        if "--write" in arguments and path.name == "prose.txt":
            common.bar_chart(common.RESULTS / "words.svg", "Words of Simplified prose, unknown words guessed", "MB/s",
                             [(row[0], float(row[1]), row[0].startswith("zhtext")) for row in rows if "no model" not in row[0]])
    rows = [[name, f"{load * 1e3:.1f}", f"{memory / 1e6:.1f}"] for name, (_, _, load, memory) in PEERS.items()]
    for profile in ["jieba", "tech"]:
        loaded = common.Ours("", binary, "words-load", profile)
        rows.append([f"zhtext {profile}", f"{loaded.load * 1e3:.1f}", f"{loaded.memory / 1e6:.1f}"])
        loaded.close()
    result += "\n### Loading, up to the first tokens\n\n" + common.table(["", "ms", "MB"], rows)
    print(result)
    if "--write" in arguments:
        common.write_result("words-table.md", result)


if __name__ == "__main__":
    main()
