#!/usr/bin/env python3
"""Script conversion beside OpenCC and zhconv-rs: MB/s in one run, and how many sentences each gets right.

    Benchmarks/Compare/conversion.py [--write] [--rounds N] [--accuracy] [FILE …]

Speed is measured on the Simplified and Traditional sentences of Fixtures/conversion and the articles of Fixtures, or on
each FILE given (a name with "tw" or "hk" in it is read as Traditional). Accuracy is that of Fixtures/conversion, whole
sentences and characters, for OpenCC's configuration, for zhconv-rs, and for zhtext with and without --respect-words.
"""

import argparse
import difflib
import json
import pathlib
import subprocess
import tempfile

import common

TARGETS = {"s2t": "zh-hant", "s2tw": "zh-tw", "s2twp": "zh-tw", "t2s": "zh-hans", "tw2s": "zh-hans", "tw2sp": "zh-cn"}


def speed(files, rounds):
    import opencc
    import zhconv_rs_opencc

    measure = common.build()
    rows = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        size = len(text.encode())
        traditional = "tw" in path.name or "hk" in path.name
        for configuration in ("t2s", "tw2sp") if traditional else ("s2t", "s2twp"):
            reference = opencc.OpenCC(configuration)
            ours = common.Ours("zhtext", measure, "conversion", configuration, path)
            contenders = [
                ours,
                common.Ours("with edits", measure, "conversion", configuration + "-edits", path),
                common.Ours("copy", measure, "conversion", "copy", path),
                common.Ours("detect", measure, "conversion", "detect", path),
                common.Peer("zhconv-rs", lambda: {"n": len(zhconv_rs_opencc.zhconv(text, TARGETS[configuration]))}),
                common.Peer("OpenCC", lambda: {"bytes": len(reference.convert(text).encode())}),
            ]
            best = common.take_turns(contenders, rounds)
            for contender in contenders:
                contender.close()
            if best["zhtext"][1]["bytes"] != best["OpenCC"][1]["bytes"]:
                raise SystemExit(f"{path} {configuration}: zhtext and OpenCC give texts of different lengths")
            rate = {name: size / seconds / 1e6 for name, (seconds, _) in best.items()}
            rows.append([
                f"{path.name}, {configuration}", *(f"{rate[n]:.0f}" for n in ("zhtext", "zhconv-rs", "OpenCC")),
                f"{rate['zhtext'] / rate['zhconv-rs']:.1f}", f"{rate['zhtext'] / rate['OpenCC']:.1f}",
                f"{rate['zhtext'] / rate['with edits']:.2f}", f"{rate['zhtext'] / rate['copy']:.2f}",
                f"{rate['detect']:.0f}", f"{ours.load * 1e3:.2f}"])
    return common.table(
        ["text and configuration", "zhtext MB/s", "zhconv-rs", "OpenCC", "× zhconv-rs", "× OpenCC", "cost of edits ×",
         "× validating copy", "detect MB/s", "load ms"], rows)


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
    """Our own texts, each long enough to be measured."""
    articles = sorted((common.ROOT / "Fixtures/articles").glob("*.md"))
    page = "\n\n".join(path.read_text(encoding="utf-8") for path in articles)
    for name, lines in (("articles", [page]), ("simplified", [case["simplified"] for case in sentences()]),
                        ("taiwan-tw", [case["taiwan"] for case in sentences()])):
        text = "\n".join(lines)
        path = pathlib.Path(folder) / f"{name}.txt"
        path.write_text(text * (1_000_000 // len(text.encode()) + 1), encoding="utf-8")
        yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--accuracy", action="store_true", help="only count what is right")
    parser.add_argument("--write", action="store_true", help="keep the tables in Benchmarks/Results")
    options = parser.parse_args()
    report = f"# Script conversion\n\n{common.conditions()}\n"
    if not options.accuracy:
        with tempfile.TemporaryDirectory() as folder:
            report += "\n## Speed\n\n" + speed(options.files or list(corpora(folder)), options.rounds)
    report += "\n## Accuracy on Fixtures/conversion\n\n" + accuracy()
    print(report)
    if options.write:
        common.write_result("conversion.md", report)


if __name__ == "__main__":
    main()
