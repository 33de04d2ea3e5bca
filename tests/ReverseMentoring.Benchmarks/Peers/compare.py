"""Runs `match` and the peers in turn on the same files and prints the least time of each: python3 compare.py FOLDER [RUNS] [NAME…]."""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / "bin/Release/net10.0/ReverseMentoring.Benchmarks.dll"
CASES = [
    *[(f"dense-{people}-{kind}", kind, people, None) for people in (1000, 2000, 5000) for kind in ("uniform", "ties", "structured")],
    *[(f"sparse-10000x100-{kind}", kind, 10000, 100) for kind in ("uniform", "ties", "structured")],
]


def figures(*command):
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main():
    folder = pathlib.Path(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    lemon = folder / "lemon_peer"
    if not lemon.exists():
        subprocess.run(["g++", "-O3", "-o", lemon, HERE / "lemon_peer.cpp"], check=True)
    for name, kind, people, candidates in CASES:
        if len(sys.argv) > 3 and name not in sys.argv[3:]:
            continue
        path = folder / f"{name}.csv"
        if not path.exists():
            limit = [] if candidates is None else ["--candidates", str(candidates)]
            subprocess.run(["dotnet", PROGRAM, "make", kind, path, "--people", str(people), *limit], check=True)
        commands = {
            "total": ["dotnet", PROGRAM, "match", path, "--objective", "total"],
            "all": ["dotnet", PROGRAM, "match", path],
            "scipy": [sys.executable, HERE / "scipy_peer.py", "dense" if candidates is None else "sparse", path],
        }
        if candidates is not None:
            commands["lemon"] = [lemon, path]
        results = {key: [] for key in commands}
        for _ in range(runs):
            for key, command in commands.items():
                results[key].append(figures(*command))
        least = {key: min(result["milliseconds"] for result in found) for key, found in results.items()}
        totals = {result["total"] for key, found in results.items() if key != "all" for result in found}
        peer = min(least[key] for key in ("scipy", "lemon") if key in least)
        memory = max(result["peakMegabytes"] for result in results["total"]) / (path.stat().st_size / 1e6)
        print(
            f"| {name} | {least['total'] / peer:.2f} | {least['all'] / least['total']:.2f} | {memory:.2f} "
            f"| {least['total']:.0f} | {least['all']:.0f} | {least['scipy']:.0f} | {least.get('lemon', float('nan')):.0f} "
            f"| {'equal' if len(totals) == 1 else totals} |",
            flush=True,
        )


main()
