"""Runs `match` and the peers in turn on the same files and prints a table: python3 compare.py FOLDER [RUNS] [NAME…].

Ours starts as a new process every time; the peers read a file once and solve it again when asked, warm."""
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / "bin/Release/net10.0/ReverseMentoring.Benchmarks.dll"
KINDS = ("uniform", "ties", "structured")
CASES = [
    *[(f"dense-{people}-{kind}", kind, people, None) for people in (1000, 2000, 5000) for kind in KINDS],
    *[(f"sparse-10000x100-{kind}", kind, 10000, 100) for kind in KINDS],
]
PEERS = ("scipy", "lemon", "ortools")
WITH_CAPACITIES = [name for name, *_ in CASES if "-1000-" in name or name.startswith("sparse")]
COLUMNS = (
    "file", "total ÷ peer", "total ÷ plain", "all ÷ plain", "growth ÷ file", "peak ÷ file",
    "total, ms", "all, ms", "scipy, ms", "LEMON, ms", "OR-Tools, ms", "totals",
)


class Ours:
    def __init__(self, *arguments):
        self.command = ["dotnet", PROGRAM, "match", *arguments]

    def solve(self):
        return json.loads(subprocess.run(self.command, capture_output=True, text=True, check=True).stdout)

    def end(self):
        pass


class Peer:
    """A process that has read its file and solves it once for each line."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def solve(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def build_lemon(folder):
    program, source = folder / "lemon_peer", HERE / "lemon_peer.cpp"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["g++", "-O3", "-o", program, source], check=True)
    return program


def build_ortools():
    """Downloads its package the first time."""
    project = HERE / "OrTools/OrTools.csproj"
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "quiet", project], check=True, stdout=subprocess.DEVNULL)
    return HERE / "OrTools/bin/Release/net10.0/OrTools.dll"


def make(folder, name, kind, people, candidates):
    path = folder / f"{name}.csv"
    if not path.exists():
        limit = [] if candidates is None else ["--candidates", str(candidates)]
        subprocess.run(["dotnet", PROGRAM, "make", kind, path, "--people", str(people), *limit], check=True)
    return path


def make_capacities(folder, people):
    """One to three mentees for each mentor, the same on every machine."""
    path = folder / f"capacities-{people}.csv"
    path.write_text("".join(f"{mentor},{1 + mentor * 7919 % 3}\n" for mentor in range(people)))
    return path


def compare(path, dense, runs, lemon, ortools, capacities):
    extra = ["--capacities", capacities] if capacities else []
    units = [capacities] if capacities else []
    solvers = {
        "total": Ours(path, "--objective", "total", *extra),
        "all": Ours(path, *extra),
        "scipy": Peer(sys.executable, HERE / "scipy_peer.py", "dense" if dense else "sparse", path, *units),
    }
    if not dense or capacities:
        solvers["lemon"] = Peer(lemon, path, *units)
    if not capacities:
        solvers["ortools"] = Peer("dotnet", ortools, path)
    found = {name: [] for name in solvers}
    for _ in range(runs):
        for name, solver in solvers.items():
            found[name].append(solver.solve())
    for solver in solvers.values():
        solver.end()
    return found


def least_times(found):
    return {key: min(result["milliseconds"] for result in results) for key, results in found.items()}


def row(name, found, plain, megabytes, empty):
    least = least_times(found)
    totals = {result["total"] for key, results in found.items() if key != "all" for result in results}
    verified = all(result["verified"] for key in ("total", "all") for result in found[key])
    peak = statistics.median(result["peakMegabytes"] for result in found["total"])
    peer = min(least[key] for key in PEERS if key in least)
    cells = (
        name,
        f"{least['total'] / peer:.2f}",
        f"{least['total'] / plain:.2f}",
        f"{least['all'] / plain:.2f}",
        f"{(peak - empty) / megabytes:.2f}",
        f"{peak / megabytes:.2f}",
        *(f"{least[key]:.0f}" if key in least else "–" for key in ("total", "all", *PEERS)),
        ("equal" if len(totals) == 1 else f"DIFFER {totals}") + ("" if verified else ", NOT VERIFIED"),
    )
    return f"| {' | '.join(cells)} |"


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    lemon, ortools = build_lemon(folder), build_ortools()
    tiny = folder / "tiny.csv"
    tiny.write_text("0,0,1\n")
    empty = min(Ours(tiny).solve()["peakMegabytes"] for _ in range(3))
    print(f"Peak of the process on a file of one line: {empty} MB.\n")
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}", flush=True)
    for name, kind, people, candidates in CASES:
        if len(sys.argv) > 3 and name not in sys.argv[3:]:
            continue
        path = make(folder, name, kind, people, candidates)
        plain = None
        for capacities in (None, make_capacities(folder, people)) if name in WITH_CAPACITIES else (None,):
            found = compare(path, candidates is None, runs, lemon, ortools, capacities)
            plain = plain or least_times(found)["total"]
            title = name + (", capacities" if capacities else "")
            print(row(title, found, plain, path.stat().st_size / 1e6, empty), flush=True)


main()
