"""The tables of the edition as frames of plain cells, read by nothing of ours."""

from __future__ import annotations

import pandas as pd

from support.rows import DATA, UNSEEN

__all__ = ["ROOT", "TABLES", "UNSEEN", "numbers", "table"]

ROOT = DATA.parent
TABLES = DATA / "tables"


def table(name: str) -> pd.DataFrame:
    """Return the cells of a table as written, by row id."""
    frame = pd.read_csv(TABLES / f"{name}.csv", dtype=str, keep_default_na=False)
    return frame.set_index("id")


def numbers(cells: pd.Series) -> pd.Series:
    """Return cells as numbers; « non vu » and « sans objet » are not numbers."""
    return pd.to_numeric(cells.mask(cells.isin(["", UNSEEN])))
