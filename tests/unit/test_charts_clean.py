"""What a drawing of matplotlib becomes before it enters a page, and what may not."""

from __future__ import annotations

import pytest

from edition.charts.clean import CleanError, Labels, clean_svg, short_path

LABELS = Labels(
    prefix="f-m2q8x-large",
    title="Courbe",
    description="Deux courbes & <leurs> points.",
    classes="ed-chart-svg",
)


def drawing(body: str) -> str:
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n'
        '<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="640pt" height="20pt" '
        f'viewBox="0 0 640 20" xmlns="http://www.w3.org/2000/svg">{body}</svg>'
    )


def clean(body: str) -> str:
    return clean_svg(drawing(body), LABELS)


def test_the_drawing_says_what_it_is_and_takes_the_width_it_is_given() -> None:
    lines = clean("").splitlines()
    assert lines[0] == (
        '<svg xmlns="http://www.w3.org/2000/svg" class="ed-chart-svg" '
        'viewBox="0 0 640 20" role="img" '
        'aria-labelledby="f-m2q8x-large-titre f-m2q8x-large-texte">'
    )
    assert lines[1] == '<title id="f-m2q8x-large-titre">Courbe</title>'
    assert lines[2] == (
        '<desc id="f-m2q8x-large-texte">Deux courbes &amp; &lt;leurs&gt; points.</desc>'
    )


def test_colours_become_classes_and_the_rest_attributes() -> None:
    shown = clean(
        '<g id="line2d_1"><path id="x" d="M 1.234 2 \nL 3.04 4 \n" style="fill: none; '
        "stroke: #000004; stroke-width: 1.5; stroke-dasharray: 1.0,3; "
        'stroke-dashoffset: 0; stroke-linecap: butt; stroke-linejoin: miter"/></g>'
    )
    assert (
        '<path d="M1.2 2L3 4" class="ed-stroke-rule" fill="none" '
        'stroke-width="1.5" stroke-dasharray="1,3"/>' in shown
    )
    assert "style" not in shown


def test_letters_keep_their_place_and_take_the_fonts_of_the_page() -> None:
    shown = clean(
        "<text style=\"font-size: 14px; font-family: 'DejaVu Sans'; text-anchor: end; "
        'fill: #000002" x="12.34" y="5" transform="rotate(-0 12.34 5)">a &lt; b</text>'
    )
    assert (
        '<text x="12.3" y="5" class="ed-muted" font-size="14" text-anchor="end">'
        "a &lt; b</text>" in shown
    )
    assert "DejaVu" not in shown


def test_round_markers_become_circles_and_others_are_moved() -> None:
    shown = clean(
        '<defs><path id="m1" d="M 0 4.5 C 1 4.5 2 4 3 3 z"/>'
        '<path id="m2" d="M -3 3 L 3 3 z"/></defs>'
        '<use xlink:href="#m1" x="10" y="20" style="fill: #000011; stroke: #000011"/>'
        '<use xlink:href="#m2" x="30" y="40" style="fill: #000006; stroke: #000012"/>'
    )
    assert '<circle cx="10" cy="20" r="4.5" class="ed-fill-1 ed-stroke-1"/>' in shown
    assert (
        '<path d="M-3 3H3z" transform="translate(30 40)" '
        'class="ed-fill-paper ed-stroke-2"/>' in shown
    )
    assert shown.count("<path") == 1
    assert "m1" not in shown


def test_metadata_and_style_sheets_are_left_out() -> None:
    shown = clean(
        "<metadata>Matplotlib</metadata><defs><style>*{stroke-linejoin: round}</style></defs>"
    )
    assert "Matplotlib" not in shown
    assert "<style" not in shown


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<image xlink:href="data:image/png;base64,AAAA"/>',
        '<a xlink:href="javascript:alert(1)"><text x="1" y="1">x</text></a>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<path d="M 0 0" onclick="alert(1)"/>',
        '<path d="M 0 0" clip-path="url(#p1)"/>',
        '<path d="M 0 0" style="fill: #ff0000"/>',
        '<path d="M 0 0" style="fill: url(https://x.example)"/>',
        '<path d="M 0 0" style="filter: blur(1px)"/>',
        '<path d="M 0 0 C 1 1 2 2 3 3"/>',
        '<g transform="scale(2)"><path d="M 0 0"/></g>',
        '<text x="1" y="1" transform="rotate(90 1 1)">x</text>',
        '<text x="1" y="1"><tspan>x</tspan></text>',
        '<use xlink:href="#absent" x="1" y="1"/>',
        '<use xlink:href="https://x.example/#m" x="1" y="1"/>',
        "<!-- une remarque -->",
    ],
)
def test_what_we_did_not_ask_for_is_refused(body: str) -> None:
    with pytest.raises(CleanError):
        clean(body)


def test_a_document_type_inside_the_drawing_is_refused() -> None:
    bomb = '<!ENTITY a "aaaa">'
    with pytest.raises(CleanError):
        clean_svg(f"<svg xmlns='http://www.w3.org/2000/svg'>{bomb}</svg>", LABELS)


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(CleanError):
        clean_svg("<html></html>", LABELS)


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("M 245.2 35 L 312.5 35 L 312.5 49 L 245.2 49 z", "M245.2 35H312.5V49H245.2z"),
        ("M 0 -4 L -4 4 L 4 4 z", "M0 -4L-4 4H4z"),
        ("M 1.04 2 L 1.01 2 \n L 3 2", "M1 2H1H3"),
        ("", ""),
    ],
)
def test_a_path_is_written_in_few_signs(path, short):
    assert short_path(path) == short
