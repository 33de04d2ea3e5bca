"""Solves instances with scipy and prints the figures that `match` prints: python3 scipy_peer.py dense|sparse FILE [CAPACITIES].

A second line on standard input solves the same instance once more, so that runs can take turns without reading the file again."""
import json
import pathlib
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def read(path):
    """Parsed files are kept beside the text: numpy takes half a minute for the largest."""
    kept = pathlib.Path(path).with_suffix(".npy")
    if not kept.exists():
        np.save(kept, np.loadtxt(path, delimiter=",", dtype=np.int32))
    rows = np.load(kept, mmap_mode="r")
    return rows[:, 0], rows[:, 1], rows[:, 2]


def by_unit(mentors, mentees, scores, capacities):
    """A mentor who takes several becomes as many mentors."""
    first = np.concatenate(([0], np.cumsum(capacities)))
    times = capacities[mentors]
    units = np.repeat(first[:-1][mentors], times) + np.concatenate([np.arange(count) for count in times])
    return units, np.repeat(mentees, times), np.repeat(scores, times)


def dense(mentors, mentees, scores):
    matrix = np.zeros((mentors.max() + 1, mentees.max() + 1))
    matrix[mentors, mentees] = scores
    return lambda: linear_sum_assignment(matrix, maximize=True), lambda left, right: int(matrix[left, right].sum())


def sparse(mentors, mentees, scores):
    # The sparse solver takes no zero weights: one is added to every score and taken off again.
    matrix = csr_matrix((scores + 1.0, (mentors, mentees)))
    return (
        lambda: min_weight_full_bipartite_matching(matrix, maximize=True),
        lambda left, right: int(np.asarray(matrix[left, right]).sum()) - len(left),
    )


def main():
    kind, path, *capacities = sys.argv[1:]
    entries = read(path)
    if capacities:
        entries = by_unit(*entries, np.loadtxt(capacities[0], delimiter=",", dtype=np.int32)[:, 1])
    solve, total = (dense if kind == "dense" else sparse)(*entries)
    for _ in sys.stdin:
        start = time.perf_counter()
        left, right = solve()
        seconds = time.perf_counter() - start
        figures = {"matched": len(left), "total": total(left, right), "milliseconds": round(1000 * seconds, 1)}
        print(json.dumps(figures), flush=True)


main()
