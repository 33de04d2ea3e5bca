"""Solves an instance with scipy and prints the same figures as `match`: python3 scipy_peer.py dense|sparse FILE."""
import json
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def read(path):
    rows = np.loadtxt(path, delimiter=",", dtype=np.int32)
    return rows[:, 0], rows[:, 1], rows[:, 2]


def main():
    kind, path = sys.argv[1:3]
    mentors, mentees, scores = read(path)
    if kind == "dense":
        matrix = np.zeros((mentors.max() + 1, mentees.max() + 1))
        matrix[mentors, mentees] = scores
        start = time.perf_counter()
        left, right = linear_sum_assignment(matrix, maximize=True)
    else:
        # The sparse solver takes no zero weights: one is added to every score and taken off again.
        matrix = csr_matrix((scores + 1.0, (mentors, mentees)))
        start = time.perf_counter()
        left, right = min_weight_full_bipartite_matching(matrix, maximize=True)
    seconds = time.perf_counter() - start
    total = int(np.asarray(matrix[left, right]).sum()) - (len(left) if kind == "sparse" else 0)
    print(json.dumps({"matched": len(left), "total": total, "milliseconds": round(1000 * seconds, 1)}))


main()
