#!/usr/bin/env python3
"""Encodes Fixtures/decoding/texts.jsonl into Fixtures/decoding/encoded.jsonl, one line for a text and an encoding.

The encoders are Python's own, so that the tests compare ICU with something else. Each text is encoded in every encoding
that holds it, UTF-16 with and without its mark. Run it after changing the texts: the result is committed.
"""
import base64
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "decoding"

# The name that the detector should give, and Python's codec. GB 2312 and GBK are encoded as GB 18030, whose pairs they are:
# Python's own codecs for them map a few punctuation marks in ways that no other program does.
ENCODINGS = {
    "utf-8": ("UTF-8", "utf-8"),
    "utf-8 marked": ("UTF-8", "utf-8-sig"),
    "utf-16le": ("UTF-16LE", "utf-16-le"),
    "utf-16be": ("UTF-16BE", "utf-16-be"),
    "utf-16le marked": ("UTF-16LE", "utf-16"),
    "utf-16be marked": ("UTF-16BE", "utf-16-be"),
    "gb2312": ("GB2312", "gb18030"),
    "gbk": ("GBK", "gb18030"),
    "gb18030": ("GB18030", "gb18030"),
    "big5": ("Big5", "cp950"),
    "big5-hkscs": ("Big5-HKSCS", "big5hkscs"),
}
# The legacy encodings a script's texts come in: each in the smallest that holds it.
LEGACY = {
    "simplified": "gb2312",
    "traditional": "big5",
    "gbk": "gbk",
    "gb18030": "gb18030",
    "hkscs": "big5-hkscs",
}


def main():
    lines = []
    for line in (FOLDER / "texts.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for name, (encoding, codec) in ENCODINGS.items():
            if not name.startswith("utf") and name != LEGACY[entry["script"]]:
                continue
            data = entry["text"].encode(codec)
            if name == "utf-16be marked":
                data = b"\xfe\xff" + data
            lines.append(json.dumps({
                "name": name, "encoding": encoding, "length": entry["length"], "text": entry["text"],
                "bytes": base64.b64encode(data).decode("ascii"),
            }, ensure_ascii=False))
    (FOLDER / "encoded.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
