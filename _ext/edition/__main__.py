"""``python -m edition``: the command of the edition."""

from __future__ import annotations

import sys

from edition.cli import main

if __name__ == "__main__":
    sys.exit(main())
