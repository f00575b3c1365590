#!/usr/bin/env python3
"""Measures what Benchmarks/Results/reliability.md reports of the command; each subcommand prints Markdown.

    Scripts/reliability.py stream [MEGABYTES]     memory on a long stream, for every subcommand that reads streams
    Scripts/reliability.py soak [SECONDS]         memory of one process that does mixed work for that long
    Scripts/reliability.py load [DOCUMENTS]       throughput against --jobs
    Scripts/reliability.py kill [ROUNDS]          --in-place edits killed at random moments
    Scripts/reliability.py line [MEGABYTES]       one line of that length, to every subcommand

The documents are the paragraphs of Fixtures/articles, numbered.
"""
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ZHTEXT = os.environ.get("ZHTEXT") or ROOT / ".build" / "release" / "zhtext"
STREAMING = ["analyze", "convert", "detect-script", "repair", "sentences", "tokenize", "entities"]
EXTRA = {"repair": ["--to", "traditional"], "convert": ["--config", "s2twp"]}


def available():
    """The subcommands the command has."""
    text = subprocess.run([ZHTEXT, "--help"], capture_output=True, text=True, check=True).stdout
    return [name for name in STREAMING if f"\n  {name} " in text or f"\n  {name}\n" in text]


def paragraphs():
    found = []
    for page in sorted((ROOT / "Fixtures" / "articles").iterdir()):
        text = subprocess.run([ZHTEXT, "decode", page], capture_output=True, check=True).stdout.decode()
        found += [paragraph for paragraph in text.split("\n\n") if len(paragraph) > 40]
    return found


def block(size):
    """About `size` bytes of documents, one a line, and their number."""
    texts, lines, length = paragraphs(), [], 0
    while length < size:
        number = len(lines)
        line = json.dumps({"id": number, "text": f"{number}：{texts[number % len(texts)]}"}, ensure_ascii=False) + "\n"
        lines.append(line)
        length += len(line.encode())
    return "".join(lines).encode(), len(lines)


def resident(pid):
    """The resident memory in MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


class Feed:
    """A process that is fed the same block until told to stop, with its memory sampled."""

    def __init__(self, arguments, data, documents):
        self.process = subprocess.Popen([ZHTEXT, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.data, self.documents = data, documents
        self.answered, self.samples = 0, []
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        while part := self.process.stdout.read(1 << 20):
            self.answered += part.count(b"\n")

    def run(self, goes_on):
        """Feeds while `goes_on(bytes, seconds)` says so; the seconds it took."""
        start, sent = time.perf_counter(), 0
        while goes_on(sent, time.perf_counter() - start):
            self.process.stdin.write(self.data)
            sent += len(self.data)
            self.samples.append(resident(self.process.pid))
        self.process.stdin.close()
        self.reader.join()
        assert self.process.wait() == 0
        assert self.answered == sent // len(self.data) * self.documents, "each document is answered"
        return sent, time.perf_counter() - start

    def memory(self):
        """The mean of the second and of the last tenth of the samples, and the highest."""
        tenth = max(1, len(self.samples) // 10)
        early, late = self.samples[tenth:2 * tenth] or self.samples, self.samples[-tenth:]
        return sum(early) / len(early), sum(late) / len(late), max(self.samples)


def stream(megabytes=2000):
    data, documents = block(4_000_000)
    print("| subcommand | MB | documents | MB/s | memory early | memory late | highest |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in available():
        feed = Feed([name, "--ndjson", *EXTRA.get(name, [])], data, documents)
        sent, seconds = feed.run(lambda sent, _: sent < megabytes * 1_000_000)
        early, late, highest = feed.memory()
        print(f"| {name} | {sent / 1e6:.0f} | {feed.answered:,} | {sent / 1e6 / seconds:.1f} "
              f"| {early:.1f} MB | {late:.1f} MB | {highest:.1f} MB |", flush=True)


def soak(seconds=3600):
    data, documents = block(1_000_000)
    feed = Feed(["analyze", "--ndjson", "--jobs", "2"], data, documents)
    sent, took = feed.run(lambda _, elapsed: elapsed < seconds)
    early, late, highest = feed.memory()
    print(f"`analyze --ndjson --jobs 2`: {took:.0f} s, {sent / 1e6:.0f} MB, {feed.answered:,} documents; resident memory "
          f"{early:.1f} MB early, {late:.1f} MB late, {highest:.1f} MB at most.")


def load(documents=20000):
    data, count = block(200 * documents)
    print("| subcommand | jobs | documents/s | MB/s |")
    print("|---|---:|---:|---:|")
    for name in available():
        for jobs in (1, 2, 4):
            best = min(timed([name, "--ndjson", "--jobs", str(jobs), *EXTRA.get(name, [])], data) for _ in range(3))
            print(f"| {name} | {jobs} | {count / best:,.0f} | {len(data) / 1e6 / best:.1f} |", flush=True)


def timed(arguments, data):
    start = time.perf_counter()
    subprocess.run([ZHTEXT, *arguments], input=data, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def kill(rounds=500):
    old = "---\ntitle: 旧\n---\n" + "正文。\n" * 300_000
    new = old.replace("旧", "新")
    outcomes = {"old": 0, "new": 0}
    whole = None
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.md"
        for _ in range(rounds):
            page.write_text(old, encoding="utf-8")
            start = time.perf_counter()
            process = subprocess.Popen([ZHTEXT, "front-matter", "set", "title", "新", "--in-place", page])
            if whole is None:
                process.wait()
                whole = time.perf_counter() - start
                page.write_text(old, encoding="utf-8")
                continue
            time.sleep(random.uniform(0, 1.2 * whole))
            process.send_signal(signal.SIGKILL)
            process.wait()
            text = page.read_text(encoding="utf-8")
            assert text in (old, new), f"neither old nor new: {len(text)} characters"
            outcomes["old" if text == old else "new"] += 1
        left = [name for name in os.listdir(folder) if name != "page.md"]
    print(f"{sum(outcomes.values())} edits of a {len(old.encode()) / 1e6:.1f} MB page, each killed at a random moment: "
          f"{outcomes['old']} left the old page, {outcomes['new']} the new one, none anything else; "
          f"{len(left)} temporary files stayed behind.")


def line(megabytes=50):
    text = "海淀区的AI公司OpenAI说：“好。”" * (megabytes * 1_000_000 // 43)
    print("| subcommand | status | seconds of CPU | memory |")
    print("|---|---:|---:|---:|")
    with tempfile.NamedTemporaryFile(suffix=".txt") as page:
        page.write(text.encode())
        page.flush()
        for name in [*available(), "decode", "front-matter"]:
            arguments = [name, "show", page.name] if name == "front-matter" else [name, *EXTRA.get(name, []), page.name]
            process = subprocess.Popen([ZHTEXT, *arguments], stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            print(f"| {name} | {os.waitstatus_to_exitcode(status)} | {usage.ru_utime + usage.ru_stime:.2f} "
                  f"| {usage.ru_maxrss / 1024:.0f} MB |", flush=True)


if __name__ == "__main__":
    what = {"stream": stream, "soak": soak, "load": load, "kill": kill, "line": line}
    what[sys.argv[1]](*map(int, sys.argv[2:]))
