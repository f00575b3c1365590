#!/usr/bin/env python3
"""Sentence segmentation beside ICU, pySBD, yasbd and a regular expression: F1 and MB/s in one run.

    Benchmarks/Compare/sentences.py [--write] [--rounds N] [--differences] [FILE …]

F1 is measured on Fixtures/sentences/traps.jsonl and, where it is at hand, on the labelled passages of
../shared/gold/sentences. Speed is measured on the pages of Fixtures/articles, which are dense with short pieces, and where they
are at hand on the real articles of ../shared/seeds, or on the FILEs given; each set is repeated to about a megabyte, and
the slow peers get less of it. `--differences` lists where ICU and zhtext differ on our own texts, and why.
"""

import argparse
import collections
import ctypes
import json
import pathlib
import re
import subprocess
import tempfile

import common

MARKS = "␞␟␜␝"


# The labelled texts.

class Labelled:
    """A text and its marks, by the number of characters before them that are not white space."""

    def __init__(self, marked, markup_only=False):
        self.markup_only = markup_only
        self.marks, text, position = {}, [], 0
        for character in marked:
            if character in MARKS:
                self.marks[position] = character
            else:
                text.append(character)
                position += not character.isspace()
        self.text, self.count = "".join(text), position

    def expected(self, policy):
        return {place for place, mark in self.marks.items() if mark in "␞␝" or mark == "␟" and policy == "split"}


def traps():
    lines = (common.ROOT / "Fixtures/sentences/traps.jsonl").read_text(encoding="utf-8").splitlines()
    for line in map(json.loads, lines):
        yield Labelled(line["marked"], line.get("structure") == "only")


def passages():
    path = common.ROOT.parent / "shared/gold/sentences/articles.dev.txt"
    if path.exists():
        for passage in path.read_text(encoding="utf-8").split("@@end\n"):
            if passage.strip():
                yield Labelled(passage.split("\n", 1)[1])


def score(texts, boundaries, policy):
    """F1 of the offsets in code points that `boundaries(text)` gives for each text."""
    found = missed = extra = 0
    for labelled in texts:
        positions = [0]
        for character in labelled.text:
            positions.append(positions[-1] + (not character.isspace()))
        ends = {positions[end] for end in boundaries(labelled.text)} - {0, labelled.count}
        expected = labelled.expected(policy) - {labelled.count}
        ignored = {place for place, mark in labelled.marks.items() if mark == "␜"}
        found += len(ends & expected)
        missed += len(expected - ends)
        extra += len(ends - expected - ignored)
    return 2 * found / (2 * found + missed + extra)


# The contenders.

def zhtext(policy, markup):
    """The command over many texts at once: a table from each text to its boundaries in code points."""
    command = [common.build("zhtext", common.ROOT), "sentences", "--ndjson", "--quotes", policy, "--markup", markup]

    def boundaries(texts):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        out = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
        table = {}
        for text, line in zip(texts, map(json.loads, out.splitlines()), strict=True):
            data = text.encode()
            table[text] = [len(data[:piece["end"]].decode()) for piece in line["sentences"]]
        return table
    return boundaries


class ICU:
    def __init__(self):
        self.library = common.icu_library("icu_sentences.c")

    def utf16(self, text):
        data = text.encode("utf-16-le")
        ends = (ctypes.c_int32 * (len(text) + 1))()
        count = self.library.icu_sentences_utf16(data, len(data) // 2, ends, len(ends))
        return ends[:count]

    def boundaries(self, text):
        data = text.encode("utf-16-le")
        return [len(data[:end * 2].decode("utf-16-le")) for end in self.utf16(text)]

    def counter(self, text, unit):
        """A job that counts the boundaries, without Python's share in it."""
        if unit == "utf16":
            data = text.encode("utf-16-le")
            call, length = self.library.icu_sentences_utf16, len(data) // 2
        else:
            data = text.encode()
            call, length = self.library.icu_sentences_utf8, ctypes.c_int64(len(data))
        ends = (ctypes.c_int32 * (len(text) + 1))()
        return lambda: {"pieces": call(data, length, ends, len(ends))}


EXPRESSION = re.compile(r"[。！？!?｡…]+[”’」』）】》〉)\]\"]*|\n+")


def expression(text):
    return [match.end() for match in EXPRESSION.finditer(text)]


def peers():
    import pysbd
    import yasbd
    pysbd_segmenter = pysbd.Segmenter(language="zh", clean=False, char_span=True)
    yasbd_detector = yasbd.BoundaryDetector("zh")
    icu = ICU()
    return icu, {
        "ICU": icu.boundaries,
        "pySBD": lambda text: [span.end for span in pysbd_segmenter.segment(text)],
        "yasbd": lambda text: list(yasbd_detector.detect(text)),
        "regular expression": expression,
    }


# The tables.

def quality(boundaries):
    # The peers know no Markdown, so traps of Markdown alone stay out.
    sets = {"traps": [trap for trap in traps() if not trap.markup_only], "articles": list(passages())}
    rows = []
    columns = [(name, policy) for name, texts in sets.items() if texts for policy in ("split", "atomic")]
    for label, markup in (("zhtext, with structure", "auto"), ("zhtext, without", "none")):
        tables = {policy: zhtext(policy, markup)([text.text for texts in sets.values() for text in texts])
                  for policy in ("split", "atomic")}
        rows.append([label] + [f"{score(sets[name], tables[policy].__getitem__, policy):.3f}" for name, policy in columns])
    for label, function in boundaries.items():
        rows.append([label] + [f"{score(sets[name], function, policy):.3f}" for name, policy in columns])
    return common.table(["F1"] + [f"{name}, {policy}" for name, policy in columns], rows)


def speed(icu, boundaries, name, files, rounds):
    once = "\n\n".join(pathlib.Path(file).read_text(encoding="utf-8") for file in files)
    text = once * (1_000_000 // len(once.encode()) + 1)
    sizes = {"yasbd": 60_000, "pySBD": 10_000}
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        measure = common.build()
        contenders = [common.Ours(f"zhtext, {label}", measure, "sentences", mode, file.name) for label, mode in
                      (("without structure", "plain"), ("with structure", "structure"), ("the scan alone", "scan"))]
        contenders += [common.Peer("ICU, UTF-16", icu.counter(text, "utf16")),
                       common.Peer("ICU, UTF-8", icu.counter(text, "utf8"))]
        parts = {name: text[:sizes.get(name, len(text))] for name in boundaries if name != "ICU"}
        contenders += [common.Peer(name, lambda name=name: {"pieces": len(boundaries[name](parts[name]))}) for name in parts]
        best = common.take_turns(contenders, rounds)
        for contender in contenders:
            contender.close()
    count = len(text.encode())
    rate = {name: (len(parts[name].encode()) if name in parts else count) / seconds / 1e6
            for name, (seconds, _) in best.items()}
    ours = rate["zhtext, without structure"]
    rows = [[name, f"{rate[name]:,.1f}", f"{rate[name] / ours:.3f}", best[name][1].get("pieces", "")] for name in best]
    return f"{len(files)} {name}, repeated to {count:,} bytes.\n\n" + common.table(["", "MB/s", "ratio", "pieces"], rows)


REASONS = [
    ("ICU takes an opening mark to the sentence before it", lambda a, b: a[-1:] in "“‘「『（(《【〈"),
    ("ICU parts a sentence and its closing emphasis, tag or footnote", lambda a, b: b[:1] in "*_<[" and b[:2] != "[["),
    ("ICU cuts at a line end where the clause runs on", lambda a, b: a.endswith("\n") and a.rstrip()[-1:] not in "。！？!?…”」）)"),
    ("ICU cuts inside a title or bracket", lambda a, b: max(a.rfind(c) for c in "《（(【〈") > max(a.rfind(c) for c in "》）)】〉")),
    ("ICU parts a quotation and what it belongs to", lambda a, b: a.rstrip()[-1:] in "”」』\"’"),
    ("ICU cuts inside a quotation that is not over", lambda a, b: b.lstrip()[:1] in "”」』\"’"),
    ("ICU cuts at the question mark of a lost character, an address or an abbreviation", lambda a, b: a.rstrip()[-1:] in "?.!"),
    ("ICU cuts where a heading, label or list item holds a terminator", lambda a, b: True),
]
LACKS = [
    ("zhtext cuts behind a bracket that stands alone", lambda a, b: a.rstrip()[-1:] in "）)"),
    ("zhtext cuts behind a full stop without a space after it", lambda a, b: a[-1:] in "。！？!?."),
    ("zhtext cuts behind closing marks, emphasis or a footnote", lambda a, b: a.rstrip()[-1:] in "”」』\"’*>]"),
    ("zhtext cuts at an ellipsis between two clauses", lambda a, b: a.rstrip()[-1:] == "…"),
    ("zhtext cuts at the end of a block", lambda a, b: True),
]


def differences(icu):
    """Where ICU and zhtext draw other boundaries on our own labelled texts, by reason."""
    texts = [labelled.text for labelled in traps()]
    table = zhtext("split", "auto")(texts)
    groups = collections.defaultdict(list)
    for text in texts:
        ours = {len(text[:end].rstrip()) for end in table[text]}
        theirs = {len(text[:end].rstrip()): end for end in icu.boundaries(text)}
        for place, end in theirs.items():
            if place not in ours:
                reason = next(reason for reason, holds in REASONS if holds(text[:end], text[end:]))
                groups[reason].append((text, place))
        for place in ours - set(theirs):
            reason = next(reason for reason, holds in LACKS if holds(text[:place], text[place:]))
            groups[reason].append((text, place))
    rows = [[reason, len(cases), " ".join((cases[0][0][:cases[0][1]][-14:] + "¦" + cases[0][0][cases[0][1]:][:8]).split())]
            for reason, cases in sorted(groups.items(), key=lambda item: -len(item[1]))]
    return common.table(["", "cases", "the first (¦ is the boundary)"], [[cell if isinstance(cell, int) else cell.replace("|", "\\|") for cell in row] for row in rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--write", action="store_true", help="keep the tables in Benchmarks/Results/sentences.md")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--differences", action="store_true", help="list where ICU differs, and why")
    arguments = parser.parse_args()
    icu, boundaries = peers()
    sets = {"the files given": arguments.files} if arguments.files else {
        "pages of Fixtures/articles": sorted((common.ROOT / "Fixtures/articles").glob("*.md")),
        "real articles": sorted((common.ROOT.parent / "shared/seeds").glob("*.txt"))}
    report = f"# Sentence segmentation\n\n{common.conditions()}.\n\n## Boundaries\n\n{quality(boundaries)}\n"
    report += "## Speed\n"
    for name, files in sets.items():
        if files:
            report += f"\n{speed(icu, boundaries, name, files, arguments.rounds)}"
    if arguments.differences:
        report += f"\n## Where ICU's sentence iterator differs\n\nOn Fixtures/sentences, policy split.\n\n{differences(icu)}"
    print(report)
    if arguments.write:
        common.write_result("sentences.md", report)


if __name__ == "__main__":
    main()
