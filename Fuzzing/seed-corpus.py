#!/usr/bin/env python3
"""Cuts the pages of Fixtures into seeds for the fuzzer: seed-corpus.py TARGET FOLDER

The first two bytes of an input choose options (see StructuredText.swift); an even first byte means that UTF-8 follows. The
decoding target takes bytes as they are.
"""
import base64
import json
import pathlib
import sys

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Fixtures"
SIZE = 300


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    seeds = []
    if target == "decoding":
        for line in (FIXTURES / "decoding" / "encoded.jsonl").read_text(encoding="utf-8").splitlines():
            seeds.append(b"\x00" + base64.b64decode(json.loads(line)["bytes"])[:SIZE])
    else:
        for page in sorted((FIXTURES / "articles").iterdir()):
            data = page.read_bytes()
            for encoding in ("utf-8", "gb18030", "big5", "utf-16"):
                try:
                    data = data.decode(encoding).encode("utf-8")
                    break
                except UnicodeDecodeError:
                    continue
            parts = [data[start:start + SIZE] for start in range(0, len(data), SIZE)]
            seeds += [b"\x00\x00" + part for part in parts]
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)


main()
