"""What the comparison programs share: contenders that take turns, minima of CPU time, tables and a chart.

Each program builds `measure`, lets our engine and its peers do the same job in turns in one run, and prints one table.
A contender is timed by the CPU time of its own process; the fastest of its rounds counts, since noise only ever adds.
"""

import ctypes
import gc
import json
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "Benchmarks"
RESULTS = BENCHMARKS / "Results"


def build(product="measure", package=BENCHMARKS):
    """Builds an executable product in release mode and gives its path."""
    command = ["swift", "build", "-c", "release", "--product", product, "--package-path", str(package)]
    subprocess.run(command, check=True, stdout=sys.stderr)
    shown = subprocess.run(command + ["--show-bin-path"], check=True, capture_output=True, text=True)
    return pathlib.Path(shown.stdout.strip()) / product


class Ours:
    """An engine of zhtext in a process of its own; see Benchmarks/Sources/measure."""

    def __init__(self, name, binary, *arguments):
        self.name = name
        self.process = subprocess.Popen([str(binary), *map(str, arguments)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        start = self._answer()
        self.load, self.memory = start["load"], start["memory"]

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name}: measure ended early")
        return json.loads(line)

    def round(self):
        """One round: CPU seconds, and the numbers it computed."""
        self.process.stdin.write("run\n")
        self.process.stdin.flush()
        answer = self._answer()
        return answer.pop("seconds"), answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Peer:
    """A Python package: `job()` does one round and gives the numbers it computed, for example {"tokens": 12}."""

    def __init__(self, name, job, load=None, memory=None):
        self.name, self.job, self.load, self.memory = name, job, load, memory

    def round(self):
        gc.collect()
        start = time.process_time()
        answer = self.job()
        return time.process_time() - start, answer

    def close(self):
        pass


def icu_library(name):
    """Compiles a C file beside this one with ICU, and loads it."""
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder) / "icu.so"
        source = pathlib.Path(__file__).with_name(name)
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", source, "-o", library, "-licuuc"], check=True)
        return ctypes.CDLL(str(library))


def loaded(make):
    """Calls `make()` and gives its result, the CPU seconds it took, and the bytes of memory it added."""
    gc.collect()
    memory, start = resident(), time.process_time()
    result = make()
    return result, time.process_time() - start, resident() - memory


def resident():
    """The bytes of this process that are in RAM; 0 where the system does not tell."""
    try:
        fields = pathlib.Path("/proc/self/statm").read_text().split()
        return int(fields[1]) * 4096
    except OSError:
        return 0


def take_turns(contenders, rounds):
    """Runs every contender once a round, in turns. Gives {name: (fastest seconds, last answer)}.

    An answer that differs between two rounds of one contender ends the program: it is not measuring one thing."""
    best = {}
    for _ in range(rounds):
        for contender in contenders:
            seconds, answer = contender.round()
            before = best.get(contender.name)
            if before and before[1] != answer:
                raise SystemExit(f"{contender.name}: {before[1]} became {answer}")
            best[contender.name] = (min(seconds, before[0]) if before else seconds, answer)
    return best


def table(header, rows):
    """A Markdown table; the first column is text, the others are numbers or text already formatted."""
    rows = [[str(cell) for cell in row] for row in rows]
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" + "---:|" * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def conditions():
    """What a table was measured on, in one line."""
    cpu = platform.processor() or platform.machine()
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                cpu = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass
    return f"{time.strftime('%Y-%m-%d')}, {cpu}, {platform.system()}, Python {platform.python_version()}"


def bar_chart(path, title, unit, bars):
    """Writes an SVG chart of horizontal bars, [(name, value, is_ours)], the longest first."""
    bars = sorted(bars, key=lambda bar: -bar[1])
    width, row, left, right = 760, 30, 210, 90
    longest = bars[0][1] or 1
    height = 56 + row * len(bars)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{title}" '
             'font-family="system-ui, sans-serif" font-size="14">',
             f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
             f'<text x="16" y="28" font-size="16" font-weight="600" fill="#1b1f24">{title}</text>']
    for index, (name, value, ours) in enumerate(bars):
        y = 44 + row * index
        length = max(2, (width - left - right) * value / longest)
        parts.append(f'<text x="{left - 10}" y="{y + 18}" text-anchor="end" fill="#1b1f24">{name}</text>')
        parts.append(f'<rect x="{left}" y="{y + 4}" width="{length:.1f}" height="{row - 10}" rx="3" '
                     f'fill="{"#c8472b" if ours else "#9aa5b1"}"/>')
        parts.append(f'<text x="{left + length + 8:.1f}" y="{y + 18}" fill="#1b1f24">{value:,.1f} {unit}</text>')
    path.write_text("\n".join(parts + ["</svg>"]) + "\n")


def write_result(name, text):
    """Keeps a result in Benchmarks/Results."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(text)
    print(f"written: Benchmarks/Results/{name}", file=sys.stderr)
