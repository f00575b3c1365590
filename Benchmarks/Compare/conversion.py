#!/usr/bin/env python3
"""Script conversion beside OpenCC and zhconv-rs: MB/s in one run, and how many sentences each gets right.

    Benchmarks/Compare/corpora.py
    Benchmarks/Compare/conversion.py [--write] [--rounds N] [--speed | --accuracy] [FILE …]

Speed is measured on prose that does not repeat itself, Simplified and Traditional (the texts of corpora.py where they are,
else the sentences of Fixtures/conversion over and over), or on each FILE given (a name with "taiwan" or "hk" in it is read
as Traditional), and on this package's own Markdown, which is mostly ASCII, in every configuration. Accuracy is that of
Fixtures/conversion, whole sentences and characters, for OpenCC's configuration, for zhconv-rs, and for zhtext with and
without --respect-words. What the file to be written says below the tables is kept.
"""

import argparse
import difflib
import json
import pathlib
import subprocess
import tempfile

import common

TARGETS = {"s2t": "zh-hant", "s2tw": "zh-tw", "s2twp": "zh-tw", "t2s": "zh-hans", "tw2s": "zh-hans", "tw2sp": "zh-cn"}


class Twice:
    """A contender that does each round twice and is timed the second time: what the contender before it drove out of the
    processor's caches is no part of the comparison."""

    def __init__(self, contender):
        self.contender, self.name, self.close = contender, contender.name, contender.close

    def round(self):
        self.contender.round()
        return self.contender.round()


EVERY = "s2t s2tw s2twp s2hk s2hkp t2s tw2s tw2sp hk2s hk2sp t2tw tw2t t2hk hk2t t2jp jp2t".split()


def speed(files, rounds):
    import opencc
    import zhconv_rs_opencc

    measure = common.build()
    rows = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        size = len(text.encode())
        traditional = "taiwan" in path.name or "hk" in path.name
        for configuration in ("t2s", "tw2sp") if traditional else ("s2t", "s2twp"):
            reference = opencc.OpenCC(configuration)
            contenders = [
                common.Ours("zhtext", measure, "conversion", configuration, path),
                common.Ours("with edits", measure, "conversion", configuration + "-edits", path),
                common.Ours("copy", measure, "conversion", "copy", path),
                common.Ours("detect", measure, "conversion", "detect", path),
                common.Peer("zhconv-rs", lambda: {"n": len(zhconv_rs_opencc.zhconv(text, TARGETS[configuration]))}),
                common.Peer("OpenCC", lambda: {"bytes": len(reference.convert(text).encode())}),
            ]
            best = common.take_turns(list(map(Twice, contenders)), rounds)
            for contender in contenders:
                contender.close()
            if best["zhtext"][1]["bytes"] != best["OpenCC"][1]["bytes"]:
                raise SystemExit(f"{path} {configuration}: zhtext and OpenCC give texts of different lengths")
            rate = {name: size / seconds / 1e6 for name, (seconds, _) in best.items()}
            rows.append([
                f"{path.name}, {configuration}", *(f"{rate[n]:.0f}" for n in ("zhtext", "zhconv-rs", "OpenCC")),
                f"{rate['zhtext'] / rate['zhconv-rs']:.2f}", f"{rate['zhtext'] / rate['OpenCC']:.1f}",
                f"{rate['zhtext'] / rate['with edits']:.2f}", f"{rate['zhtext'] / rate['copy']:.2f}",
                f"{rate['detect']:.0f}"])
    return common.table(
        ["text and configuration", "zhtext, MB/s", "zhconv-rs", "OpenCC", "× zhconv-rs", "× OpenCC", "cost of edits ×",
         "× validating and copying", "detection, MB/s"], rows)


def markdown(path, rounds):
    """Mostly ASCII, in every configuration, beside the least that can be done to a text."""
    measure = common.build()
    text = path.read_bytes()
    contenders = [common.Ours(name, measure, "conversion", name, path) for name in ["copy", "detect", *EVERY]]
    best = common.take_turns(list(map(Twice, contenders)), rounds)
    for contender in contenders:
        contender.close()
    rate = {name: len(text) / seconds / 1e6 for name, (seconds, _) in best.items()}
    share = sum(byte < 0x80 for byte in text) / len(text)
    rows = [[name, f"{rate[name]:.0f}", f"{rate[name] / rate['copy']:.2f}"] for name in rate]
    return f"{share:.0%} of the bytes are ASCII.\n\n" + common.table(["job", "MB/s", "× validating and copying"], rows)


def start(path):
    """What a fresh process takes for its first conversion, and how much memory all tables add."""
    measure = common.build()
    first = [common.Ours("first", measure, "conversion", "first", path) for _ in range(9)]
    every = common.Ours("every", measure, "conversion", "every", path)
    for contender in [*first, every]:
        contender.close()
    return (f"Opening the tables and the first conversion of a process: {min(f.load for f in first) * 1e3:.2f} ms. "
            f"Resident memory added by conversions in all {len(EVERY)} configurations: {every.memory / 1e6:.1f} MB.\n")


def sentences():
    path = common.ROOT / "Fixtures/conversion/sentences.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def command(configuration, texts, *options):
    """The command over all texts at once."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    run = subprocess.run(
        [str(common.build("zhtext", common.ROOT)), "convert", "--config", configuration, "--ndjson", *options],
        input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line)["convert"] for line in run.stdout.split("\n")[:-1]]


def wrong_characters(expected, given):
    matcher = difflib.SequenceMatcher(None, expected, given, autojunk=False)
    return len(expected) - sum(block.size for block in matcher.get_matching_blocks())


def accuracy():
    import opencc
    import zhconv_rs_opencc

    rows = []
    for configuration, source, target in (("s2tw", "simplified", "taiwan"), ("tw2s", "taiwan", "simplified")):
        cases = [case for case in sentences() if case.get("direction", configuration) == configuration]
        texts, expected = [case[source] for case in cases], [case[target] for case in cases]
        reference = opencc.OpenCC(configuration)
        contenders = {
            "zhtext --respect-words": command(configuration, texts, "--respect-words"),
            "zhtext": command(configuration, texts),
            "OpenCC": [reference.convert(text) for text in texts],
            "zhconv-rs": [zhconv_rs_opencc.zhconv(text, TARGETS[configuration]) for text in texts],
        }
        characters = sum(map(len, expected))
        for name, given in contenders.items():
            right = sum(map(str.__eq__, expected, given))
            wrong = sum(map(wrong_characters, expected, given))
            rows.append([f"{configuration}, {name}", f"{right} of {len(cases)}", f"{100 * right / len(cases):.1f} %",
                         f"{1e4 * wrong / characters:.1f}"])
    return common.table(["direction and converter", "sentences right", "share", "wrong characters in 10,000"], rows)


def corpora(folder):
    """The texts of corpora.py, or our own."""
    made = [common.ROOT / ".corpora" / name for name in ("prose.txt", "mixed.txt", "taiwan.txt")]
    if all(path.exists() for path in made):
        return made
    paths = []
    for name, lines in (("simplified", [case["simplified"] for case in sentences()]),
                        ("taiwan", [case["taiwan"] for case in sentences()])):
        text = "\n".join(lines)
        paths.append(pathlib.Path(folder) / f"{name}.txt")
        paths[-1].write_text(text * (1_000_000 // len(text.encode()) + 1), encoding="utf-8")
    return paths


def own_markdown(folder):
    pages = [*common.ROOT.glob("*.md"), *common.ROOT.glob("Sources/*/*.docc/*.md")]
    path = pathlib.Path(folder) / "markdown.md"
    path.write_text("\n".join(page.read_text(encoding="utf-8") for page in sorted(pages)) * 20, encoding="utf-8")
    return path


def remarks(name):
    """What the result file says about its tables, from the heading "What bounds it" on."""
    path = common.RESULTS / name
    before, heading, rest = (path.read_text(encoding="utf-8") if path.exists() else "").partition("\n## What bounds it")
    return heading + rest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--speed", action="store_true", help="only measure speed")
    parser.add_argument("--accuracy", action="store_true", help="only count what is right")
    parser.add_argument("--write", action="store_true", help="keep the tables in Benchmarks/Results")
    options = parser.parse_args()
    report = f"# Script conversion\n\n{common.conditions()}\n"
    if not options.accuracy:
        with tempfile.TemporaryDirectory() as folder:
            report += "\n## Speed\n\n" + speed(options.files or corpora(folder), options.rounds)
            page = own_markdown(folder)
            report += "\n## Mostly ASCII\n\n" + markdown(page, options.rounds)
            report += "\n## Start and memory\n\n" + start(page)
    if not options.speed:
        report += "\n## Accuracy on Fixtures/conversion\n\n" + accuracy()
    print(report)
    if options.write:
        common.write_result("conversion.md", report + remarks("conversion.md"))


if __name__ == "__main__":
    main()
