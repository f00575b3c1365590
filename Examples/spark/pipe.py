#!/usr/bin/env python3
"""Runs `zhtext … --ndjson` under Apache Spark's pipe, and checks that many processes give what one gives.

    Examples/spark/run            # makes a Python environment with pyspark first
    Examples/spark/run 100000     # the number of documents

Spark runs in local-cluster mode: a master and two workers, each a process of its own, as on two machines. Every partition
is piped through a zhtext of its own, one JSON object a line. The documents are cut from Fixtures/articles and numbered.
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time

from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
ZHTEXT = pathlib.Path(os.environ.get("ZHTEXT") or ROOT / ".build" / "release" / "zhtext")
COMMANDS = [["sentences", "--ndjson"], ["entities", "--ndjson"], ["tokenize", "--ndjson"]]


def documents(count):
    """Paragraphs of the pages, over and over, each made different by its number."""
    paragraphs = []
    for page in sorted((ROOT / "Fixtures" / "articles").iterdir()):
        text = subprocess.run([ZHTEXT, "decode", page], capture_output=True, check=True).stdout.decode()
        paragraphs += [paragraph for paragraph in text.split("\n\n") if len(paragraph) > 40]
    for number in range(count):
        text = f"{number}：{paragraphs[number % len(paragraphs)]}"
        yield json.dumps({"id": number, "text": text}, ensure_ascii=False)


def digest(lines):
    """The number of lines, and a hash of them in the order of their ids."""
    ordered = sorted(lines, key=lambda line: json.loads(line)["id"])
    return len(ordered), hashlib.sha256("\n".join(ordered).encode()).hexdigest()


def spark_session(workers):
    return (SparkSession.builder.master(f"local-cluster[{workers},1,1024]").appName("zhtext")
            .config("spark.ui.enabled", "false").config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    source = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp") / f"zhtext-documents-{count}.ndjson"
    source.write_text("\n".join(documents(count)) + "\n", encoding="utf-8")
    size = source.stat().st_size / 1e6
    print(f"{count} documents, {size:.1f} MB")

    expected = {}
    for command in COMMANDS:
        start = time.perf_counter()
        with source.open("rb") as stream:
            output = subprocess.run([ZHTEXT, *command], stdin=stream, capture_output=True, check=True).stdout
        seconds = time.perf_counter() - start
        expected[command[0]] = digest(output.decode().splitlines())
        print(f"{command[0]:>10}  one process          {seconds:6.2f} s  {size / seconds:6.1f} MB/s")

    for workers in (1, 2):
        session = spark_session(workers)
        lines = session.sparkContext.textFile(str(source), minPartitions=4 * workers).cache()
        lines.count()
        for command in COMMANDS:
            piped = lines.pipe(" ".join([str(ZHTEXT), *command]), checkCode=True)
            start = time.perf_counter()
            piped.count()
            seconds = time.perf_counter() - start
            result = digest(piped.collect())
            assert result == expected[command[0]], f"{command[0]}: Spark gives {result}, one process {expected[command[0]]}"
            print(f"{command[0]:>10}  Spark, {workers} worker{'s' * (workers > 1):1}     {seconds:6.2f} s  "
                  f"{size / seconds:6.1f} MB/s  equal")
        session.stop()


main()
