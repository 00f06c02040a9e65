"""Print how each label does on the labelled articles.

python tests/benchmarks/labels.py
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from labelled import FILES, REPEAT, score

from narrate.roles import Role


def main() -> None:
    """Print the table, the rarest confusions left out."""
    found = score(FILES)
    print(f"{found.lines} lines, micro F1 {found.micro_f1:.3f}, ", end="")
    print(f"{found.body_lost_per_1000:.1f} of 1,000 lines of the article lost")
    for role in (*Role, REPEAT):
        lines, precision, recall, f1 = found.of(role)
        if lines:
            print(
                f"  {role:20} {lines:5}  P {precision:.3f}  R {recall:.3f}  F {f1:.3f}"
            )
    wrong = Counter({pair: n for pair, n in found.pairs.items() if pair[0] != pair[1]})
    for (is_, got), n in wrong.most_common(12):
        print(f"    {n:4}  {is_} taken for {got}")


if __name__ == "__main__":
    main()
