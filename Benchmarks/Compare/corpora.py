"""Makes the texts on which tokenizers are compared, in .corpora/ (never committed): Scripts/peers Benchmarks/Compare/corpora.py

    prose.txt     Simplified documentation of Debian packages, lines that are mostly Han, no line twice
    taiwan.txt    the same in Traditional characters
    mixed.txt     lines of the same documents in which 35 to 60 % of the bytes are ASCII, as in Markdown
    sampled.txt   words of jieba's dictionary drawn by frequency, with names, marks and Latin words between them

Packages come from Debian by name (`apt-get download`); the drawing is seeded, so the same packages give the same texts.
"""

import html
import itertools
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from common import ROOT

CORPORA = ROOT / ".corpora"
SIMPLIFIED = ["debian-reference-zh-cn", "gimp-help-zh-cn", "linuxcnc-doc-zh-cn", "manpages-zh", "debian-edu-doc-zh-cn"]
TRADITIONAL = ["debian-reference-zh-tw", "libreoffice-help-zh-tw", "manpages-zh"]
LIMIT = 6_000_000


def documents(package):
    """The text of every page of a package, markup removed."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, stderr=subprocess.DEVNULL)
        files = list(pathlib.Path(folder).glob("*.deb"))
        if done.returncode or not files:
            print(f"{package}: not to be had here; left out", file=sys.stderr)
            return
        subprocess.run(["dpkg-deb", "-x", files[0], folder + "/x"], check=True)
        for path in sorted(pathlib.Path(folder, "x").rglob("*")):
            if path.is_symlink() or not path.is_file():
                continue
            name = path.name.lower()
            if name.endswith(".gz"):
                data = subprocess.run(["gzip", "-dc", path], capture_output=True).stdout
                name = name[:-3]
            elif name.endswith((".html", ".txt", ".md", ".xhtml")):
                data = path.read_bytes()
            else:
                continue
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if name.endswith("html"):
                text = re.sub(r"(?s)<(script|style).*?</\1>", "", text)
                text = html.unescape(re.sub(r"<[^>]*>", "", text))
            yield str(path), text


def lines(packages, wanted):
    """Distinct lines for which `wanted(path, han share of characters, ASCII share of bytes)` holds, up to LIMIT bytes."""
    seen, size = set(), 0
    for package in packages:
        for path, text in documents(package):
            for line in text.splitlines():
                line = line.strip()
                if len(line) < 20 or line in seen:
                    continue
                han = sum("\u4e00" <= c <= "\u9fff" for c in line) / len(line)
                ascii_share = sum(c < "\x80" for c in line) / len(line.encode())
                if wanted(path, han, ascii_share):
                    seen.add(line)
                    size += len(line.encode()) + 1
                    yield line
                    if size > LIMIT:
                        return


def sampled(size):
    """Text drawn from jieba's dictionary."""
    import jieba
    words, weights = [], []
    for line in (pathlib.Path(jieba.__path__[0]) / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency = line.split(" ")[:2]
        words.append(word)
        weights.append(int(frequency))
    draw = random.Random(20261126)
    rare = [word for word, weight in zip(words, weights) if weight < 50]
    weights = list(itertools.accumulate(weights))
    latin = "AI GPT-4o Node.js v1.5.2 OpenAI 5G 2026 3.5 20% C++ Transformer T恤 API iPhone 16GB".split()
    while size > 0:
        sentence = draw.choices(words, cum_weights=weights, k=draw.randint(4, 18))
        for place in range(len(sentence)):
            chance = draw.random()
            if chance < 0.12:
                sentence[place] = draw.choice(rare)
            elif chance < 0.17:
                sentence[place] = draw.choice(latin)
            elif chance < 0.19:
                sentence[place] = "".join(draw.choices("林张陈王李周吴", k=1) + draw.choices("俊旸顺雨植麟晨哲伟敏静磊", k=2))
            if chance > 0.9:
                sentence[place] += draw.choice("，、，；：")
        text = "".join(sentence) + draw.choice("。。。！？") + ("\n" if draw.random() < 0.3 else "")
        size -= len(text.encode())
        yield text


def main():
    CORPORA.mkdir(exist_ok=True)
    traditional = re.compile(r"zh.(tw|hk|hant)", re.I)
    plans = {
        "prose.txt": lambda: "\n".join(lines(
            SIMPLIFIED, lambda path, han, low: han >= 0.55 and not traditional.search(path))),
        "taiwan.txt": lambda: "\n".join(lines(TRADITIONAL, lambda path, han, low: han >= 0.5 and traditional.search(path))),
        "mixed.txt": lambda: "\n".join(lines(
            SIMPLIFIED, lambda path, han, low: 0.35 <= low <= 0.6 and not traditional.search(path))),
        "sampled.txt": lambda: "".join(sampled(5_000_000)),
    }
    for name, make in plans.items():
        if not (CORPORA / name).exists():
            (CORPORA / name).write_text(make() + "\n", encoding="utf-8")
        print(f"{name}: {(CORPORA / name).stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
