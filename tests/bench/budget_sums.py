"""The sums of a budget table of 5,000 rows in pandas, alone: code prefixes grouped and added up, columns across."""

import time

import pandas as pd

rows = []
for klass in range(201, 221):
    for section in range(1, 51):
        for item in range(1, 5):
            code = (klass * 100 + section) * 100 + item
            rows.append((str(code), 3500, 1000, 2500))
frame = pd.DataFrame(rows, columns=["code", "total", "basic", "project"])

best = float("inf")
for _ in range(50):
    start = time.perf_counter()
    sections = frame.groupby(frame["code"].str[:5])[["total", "basic", "project"]].sum()
    classes = sections.groupby(sections.index.str[:3]).sum()
    across = (frame["total"] - frame["basic"] - frame["project"]).abs().sum()
    assert classes["total"].sum() == frame["total"].sum() and across == 0
    best = min(best, time.perf_counter() - start)
print(f"pandas {pd.__version__}: {len(frame)} items added up in {best * 1000:.3f} ms, the best of 50")
