"""Tokenizes the same texts with ours and its peers, in turns, and prints one table:

    Scripts/peers Benchmarks/Compare/corpora.py
    Scripts/peers Benchmarks/Compare/words.py [--write] [--rounds N] [--lines] [FILE …]

Without files it takes those of `corpora.py` and `../shared/seeds`, where they are. Ours and rjieba get each text as a whole, or line by
line with --lines; a peer's cost includes the strings it makes for its caller, as ours includes its array of offsets.
jieba, in Python, and cppjieba get the first 200 kB. `differences` counts the tokens of jieba that the peer does not have, on those 200 kB.
"""

import logging
import pathlib
import sys

import common

HEAD = 200_000


def tokens_of(cut, parts):
    def job():
        return {"tokens": sum(len(cut(part)) for part in parts)}
    return job


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


def peers():
    """{name: (cut with the model, cut without it, load seconds, memory)}."""
    import jieba
    import rjieba
    jieba.setLogLevel(logging.ERROR)
    found = {}

    def load_jieba():
        jieba.dt.cache_file = "/dev/null"
        jieba.initialize()
    _, load, memory = common.loaded(load_jieba)
    found["jieba"] = (jieba.lcut, lambda text: jieba.lcut(text, HMM=False), load, memory)
    _, load, memory = common.loaded(lambda: rjieba.cut("加载"))
    found["rjieba"] = (rjieba.cut, lambda text: rjieba.cut(text, hmm=False), load, memory)
    try:
        import cppjieba_py as cppjieba
        _, load, memory = common.loaded(lambda: cppjieba.cut("加载"))
        found["cppjieba"] = (lambda text: list(cppjieba.cut(text)), lambda text: list(cppjieba.cut(text, False)), load, memory)
    except ImportError:
        pass
    return found


def compare(path, binary, rounds, lines):
    """Rows of one text: (name, MB/s, ratio to rjieba, tokens, load, memory, differences)."""
    text = path.read_text(encoding="utf-8")
    part = head(text)
    short = pathlib.Path(f"/tmp/zhtext-words-{path.name}")
    short.write_text(part, encoding="utf-8")
    shape = "lines" if lines else "whole"
    parts = text.split("\n") if lines else [text]
    contenders, sizes = [], {}

    def add(contender, size):
        contenders.append(contender)
        sizes[contender.name] = size
    size = len(text.encode())
    for profile in ["jieba", "tech"]:
        for model, option in [("", "joined"), (", no model", "split")]:
            add(common.Ours(f"zhtext {profile}{model}", binary, "words", path, profile, "precise", option, shape), size)
    for name, (with_model, without, load, memory) in PEERS.items():
        slow = name in ("jieba", "cppjieba")
        for model, cut in [("", with_model), (", no model", without)]:
            if name == "jieba" and rounds > 3:
                continue
            add(common.Peer(f"{name}{model}", tokens_of(cut, [part] if slow else parts), load, memory),
                len(part.encode()) if slow else size)
    best = common.take_turns(contenders, rounds)
    expected = {model: spans(PEERS["jieba"][index](part)) for index, model in enumerate(["", ", no model"])}
    rows = []
    for contender in contenders:
        seconds, answer = best[contender.name]
        base = best["rjieba, no model" if contender.name.endswith("no model") else "rjieba"][0] / size
        model = ", no model" if contender.name.endswith("no model") else ""
        name = contender.name.removesuffix(", no model")
        differences = "–"
        if name in PEERS:
            found = spans(PEERS[name][1 if model else 0](part))
            differences = f"{len(expected[model] - found):,}"
        rows.append((contender.name, f"{sizes[contender.name] / seconds / 1e6:.1f}",
                     f"{base / (seconds / sizes[contender.name]):.2f}", f"{answer['tokens']:,}",
                     f"{contender.load * 1e3:.1f}" if contender.load is not None else "–",
                     f"{contender.memory / 1e6:.1f}" if contender.memory is not None else "–", differences))
        contender.close()
    return rows


def main():
    global PEERS
    arguments = sys.argv[1:]
    rounds = int(arguments[arguments.index("--rounds") + 1]) if "--rounds" in arguments else 5
    binary = arguments[arguments.index("--binary") + 1] if "--binary" in arguments else common.build()
    options = {"--rounds", "--binary"}
    files = [pathlib.Path(a) for i, a in enumerate(arguments)
             if not a.startswith("--") and (i == 0 or arguments[i - 1] not in options)]
    if not files:
        files = sorted((common.ROOT / ".corpora").glob("*.txt"))
        files += sorted((common.ROOT / "../shared/seeds").glob("003*.txt"))
    PEERS = peers()
    result = f"{common.conditions()}; one thread, CPU time, fastest of {rounds} rounds in turns.\n"
    for path in files:
        rows = compare(path, binary, rounds, "--lines" in arguments)
        header = ["", "MB/s", "× rjieba", "tokens", "load, ms", "memory, MB", "differences from jieba"]
        result += f"\n### {path.name} ({path.stat().st_size:,} bytes)\n\n" + common.table(header, rows)
        if "--write" in arguments and path.name == "prose.txt":
            common.bar_chart(common.RESULTS / "words.svg", "Words, mostly Han, with unknown words guessed", "MB/s",
                             [(row[0], float(row[1]), row[0].startswith("zhtext")) for row in rows if "no model" not in row[0]])
    print(result)
    if "--write" in arguments:
        common.write_result("words-table.md", result)


if __name__ == "__main__":
    main()
