"""What is made from tables is made again only when one of them changed."""

from pathlib import Path

from edition.tables.remembered import from_tables
from edition.tables.source import TableSource
from support.small_tables import small_edition, write_table


def test_it_is_made_once_until_a_table_changes(tmp_path: Path) -> None:
    paths = small_edition(tmp_path)
    write_table(paths, "villes", "id\nbrest\n")
    made: list[list[str]] = []

    @from_tables("villes", "absente")
    def names(source: TableSource) -> list[str]:
        made.append(source.table("villes").frame.index.tolist())
        return made[-1]

    first = TableSource(paths)
    assert names(first) == ["brest"]
    second = TableSource(paths)
    assert names(second) == ["brest"]
    assert len(made) == 1
    # Whoever asks depends on the table, though it was not read again.
    assert second.used == ("villes",)
    write_table(paths, "villes", "id\nbrest\nmetz\n")
    assert names(TableSource(paths)) == ["brest", "metz"]
    assert len(made) == 2
