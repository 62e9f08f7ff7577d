"""Cuts the theme's fonts out of the full OpenType files; run by hand, never by a build.

It leaves to the style sheets where each cut is used.  The sources are Adobe's Source
Serif 4 and Source Sans 3 (SIL Open Font License 1.1, reserved name « Source »: a cut must
be renamed, and is).  To make the fonts again, in an empty folder::

    npm pack source-serif@4.5.1 source-sans@3.52.0
    mkdir serif sans
    tar xzf source-serif-4.5.1.tgz -C serif && tar xzf source-sans-3.52.0.tgz -C sans
    python -m edition_sphinx.html.tools.subset_fonts .

The same sources and the same fontTools give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools import subset  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

__all__ = ["CUTS", "Cut", "cut_font", "main"]

FONTS = Path(__file__).parents[1] / "theme" / "edition" / "static" / "fonts"

# Any text set in the edition's own words.
LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + "ŒœŸ"
# Names from the neighbouring languages.
NAMES = "ćČčđęěğİıŁłńňőřŚśŞşŠšůűźżŽž"
# Spaces from the figure space to the narrow no-break space, dashes, quotation marks,
# per mille, primes, the euro, arrows, the mathematics of a table, superior letters.
SIGNS = "\u2007\u2009\u200a\u202f‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€←↑→↓↗↩−≈≠≤≥ʳˢᵈᵉᵗ⁰⁴⁵⁶⁷⁸⁹№"
# What bold words and sans italics ever say.
FRENCH = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0\u202f«»°·ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸàâäæçèéêëîïôöùûüÿŒœ‑–—‘’“”…−×½²³§€"
)

FIGURES = ("onum", "lnum", "pnum", "tnum")
BASIC = ("kern", "liga", "locl", "ccmp")
SMALL_CAPITALS = ("smcp", "c2sc")
SUPERIORS = ("sups", "ordn")


@dataclass(frozen=True, slots=True)
class Cut:
    """One font file of the theme: what is taken from which full font."""

    source: str
    """Path under the folder of unpacked sources."""
    target: str
    """Name of the file in ``static/fonts``, without extension."""
    family: str
    """The family it gets, free of the reserved name."""
    style: str
    characters: str
    features: tuple[str, ...]


THIN_SPACE = 190
"""In thousandths of an em; the word space of the serif has 233."""

SERIF = "serif/package/OTF/SourceSerif4-"
SANS = "sans/package/OTF/SourceSans3-"
CUTS: tuple[Cut, ...] = (
    Cut(
        f"{SERIF}Regular.otf",
        "serif",
        "Edition Serif",
        "Regular",
        LATIN + NAMES + SIGNS,
        (*BASIC, *FIGURES, *SMALL_CAPITALS, *SUPERIORS, "case"),
    ),
    Cut(
        f"{SERIF}It.otf",
        "serif-italic",
        "Edition Serif",
        "Italic",
        LATIN + SIGNS,
        (*BASIC, *FIGURES, *SUPERIORS),
    ),
    Cut(
        f"{SERIF}Semibold.otf",
        "serif-bold",
        "Edition Serif",
        "Semibold",
        FRENCH,
        (*BASIC, *FIGURES),
    ),
    Cut(
        f"{SANS}Regular.otf",
        "sans",
        "Edition Sans",
        "Regular",
        LATIN + NAMES + SIGNS,
        (*BASIC, *FIGURES, *SMALL_CAPITALS),
    ),
    Cut(
        f"{SANS}It.otf",
        "sans-italic",
        "Edition Sans",
        "Italic",
        FRENCH,
        BASIC,
    ),
    Cut(
        f"{SANS}Semibold.otf",
        "sans-bold",
        "Edition Sans",
        "Semibold",
        FRENCH,
        BASIC,
    ),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Cut every font of the theme and print its weight."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", type=Path, help="folder of the unpacked packages")
    parser.add_argument("--to", type=Path, default=FONTS, help="folder to write in")
    options = parser.parse_args(arguments)
    sizes = {
        cut.target: cut_font(cut, sources=options.sources, folder=options.to)
        for cut in CUTS
    }
    for name, size in {**sizes, "all": sum(sizes.values())}.items():
        sys.stdout.write(f"{size:>8} {name}\n")
    return 0


def cut_font(cut: Cut, *, sources: Path, folder: Path) -> int:
    """Write one cut as WOFF2 and return its size in bytes."""
    options = subset.Options(
        layout_features=list(cut.features),
        flavor="woff2",
        # Measured: both together take a quarter off what the browser loads; hints are
        # for screens that these cuts no longer meet.
        desubroutinize=True,
        hinting=False,
        glyph_names=False,
        name_IDs=[0, 1, 2, 3, 4, 6, 14],
        name_languages=[0x409],
    )
    options.drop_tables += ["DSIG", "size"]
    font = subset.load_font(sources / cut.source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=cut.characters)
    subsetter.subset(font)
    widen_thin_space(font)
    rename(font, family=cut.family, style=cut.style)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{cut.target}.woff2"
    subset.save_font(font, str(target), options)
    return target.stat().st_size


def widen_thin_space(font: TTFont) -> None:
    """Give U+202F the width that French printers give it before « ; » and in guillemets.

    The sources leave an eighth of an em, which disappears on a screen.
    """
    metrics = font["hmtx"].metrics
    thin = font.getBestCmap()[0x202F]
    metrics[thin] = (THIN_SPACE, metrics[thin][1])
    outline = font["CFF "].cff.topDictIndex[0].CharStrings[thin]
    outline.decompile()
    width = THIN_SPACE - outline.private.nominalWidthX
    outline.program = [width, "endchar"]


def rename(font: TTFont, *, family: str, style: str) -> None:
    """Give the font a family of ours wherever its own name stood (OFL, article 3)."""
    postscript = f"{family}-{style}".replace(" ", "")
    names = {
        1: family,
        2: style,
        3: f"{postscript}; cut for the edition",
        4: f"{family} {style}",
        6: postscript,
    }
    for identifier, text in names.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)
    outlines = font["CFF "].cff
    outlines.fontNames = [postscript]
    top = outlines.topDictIndex[0]
    top.FullName, top.FamilyName = names[4], family


if __name__ == "__main__":
    raise SystemExit(main())
