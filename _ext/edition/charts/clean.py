"""Turn the SVG of matplotlib into the few elements that a page may hold.

No style, script, link, font, metadata, clip or id of matplotlib's gets through:
what is not on the list below is a fault of ours and raises :class:`CleanError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from edition.charts.ink import Ink

__all__ = ["CleanError", "Labels", "clean_svg", "short_path"]

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
IGNORED = {"metadata", "style"}
GROUPS = {"svg", "g", "defs"}

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
ROTATION = re.compile(r"rotate\(-?0(?:\.0+)? .*\)")
INKS = {ink.value: ink for ink in Ink}

KEPT_STYLES = {
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "text-anchor": "start",
    "font-size": "",
}
"""Styles that become attributes of the same name, and their initial values."""

DROPPED_STYLES = {"font-family", "stroke-dashoffset", "stroke-linejoin", "font"}


class CleanError(ValueError):
    """matplotlib drew something that we do not let into a page."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the drawing says to whoever cannot see it.

    :param prefix: begins the ids; unique in the page.
    :param classes: the classes of the drawing.
    """

    prefix: str
    title: str
    description: str
    classes: str


@dataclass(slots=True)
class _Drawing:
    """The elements gathered so far, as texts, and the markers they may use."""

    parts: list[str] = field(default_factory=list)
    markers: dict[str, ET.Element] = field(default_factory=dict)


def clean_svg(text: str, labels: Labels) -> str:
    """Return the drawing as an element for a page (HTML or XHTML).

    :raises CleanError: the drawing holds anything that we did not ask for.
    """
    start = text.find("<svg")
    body = text[max(start, 0) :]
    # The prolog with its document type is cut off; nothing after it may declare one.
    if start < 0 or "<!" in body:
        message = "not a plain SVG document"
        raise CleanError(message)
    root = ET.fromstring(body)
    drawing = _Drawing()
    _gather_markers(root, drawing)
    _walk(root, drawing)
    title, description = f"{labels.prefix}-titre", f"{labels.prefix}-texte"
    opening = _tag(
        "svg",
        {
            "xmlns": SVG.strip("{}"),
            "class": labels.classes,
            "viewBox": root.get("viewBox", ""),
            "role": "img",
            "aria-labelledby": f"{title} {description}",
        },
    )
    return "\n".join(
        [
            opening,
            f"{_tag('title', {'id': title})}{escape(labels.title)}</title>",
            f"{_tag('desc', {'id': description})}{escape(labels.description)}</desc>",
            *drawing.parts,
            "</svg>\n",
        ]
    )


def _gather_markers(root: ET.Element, drawing: _Drawing) -> None:
    for defs in root.iter(f"{SVG}defs"):
        for child in defs:
            if child.tag == f"{SVG}path":
                drawing.markers[f"#{child.get('id')}"] = child


def _walk(element: ET.Element, drawing: _Drawing) -> None:
    name = element.tag.removeprefix(SVG)
    if name in IGNORED:
        return
    if name in GROUPS:
        _refuse(element, {"transform", "style", "clip-path"} & set(element.keys()))
        for child in element:
            if name != "defs" or child.tag != f"{SVG}path":
                _walk(child, drawing)
    elif name == "path":
        drawing.parts.append(_path(element))
    elif name == "use":
        drawing.parts.append(_marker(element, drawing))
    elif name == "text":
        drawing.parts.append(_text(element))
    else:
        _refuse(element, {name})


def _path(element: ET.Element) -> str:
    _refuse(element, set(element.keys()) - {"d", "style", "id"})
    if "C" in element.get("d", ""):
        _refuse(element, {"curve outside a marker"})
    attributes = _styled(element, "fill-")
    return _tag(
        "path", {"d": short_path(element.get("d", "")), **attributes}, empty=True
    )


def _marker(element: ET.Element, drawing: _Drawing) -> str:
    _refuse(element, set(element.keys()) - {HREF, "x", "y", "style"})
    marker = drawing.markers.get(element.get(HREF, ""))
    if marker is None:
        _refuse(element, {"marker without a shape"})
        return ""
    shape = marker.get("d", "")
    x, y = _number(element.get("x", "0")), _number(element.get("y", "0"))
    attributes = _styled(element, "fill-")
    if "C" in shape:
        # matplotlib draws a round marker as eight curves; its first point is its top.
        radius = _number(NUMBER.findall(shape)[1])
        circle = {"cx": x, "cy": y, "r": radius, **attributes}
        return _tag("circle", circle, empty=True)
    moved = {"transform": f"translate({x} {y})", **attributes}
    return _tag("path", {"d": short_path(shape), **moved}, empty=True)


def _text(element: ET.Element) -> str:
    _refuse(element, set(element.keys()) - {"style", "x", "y", "transform"})
    if not ROTATION.fullmatch(element.get("transform", "rotate(0 0 0)")):
        _refuse(element, {"rotated text"})
    if len(element):
        _refuse(element, {"markup inside text"})
    place = {name: _number(element.get(name, "0")) for name in ("x", "y")}
    attributes = _styled(element, "")
    return f"{_tag('text', {**place, **attributes})}{escape(element.text or '')}</text>"


def _styled(element: ET.Element, fill: str) -> dict[str, str]:
    """Return a style as attributes and classes.

    :param fill: begins the word of the class that fills: letters have their own.
    """
    styles: dict[str, str] = {}
    for item in filter(str.strip, element.get("style", "").split(";")):
        name, _, value = item.partition(":")
        styles[name.strip()] = value.strip()
    classes: list[str] = []
    attributes: dict[str, str] = {}
    for name, value in styles.items():
        if name in {"fill", "stroke"}:
            if value == "none":
                attributes[name] = value
            elif value in INKS:
                begin = fill if name == "fill" else "stroke-"
                classes.append(f"ed-{begin}{INKS[value].word}")
            else:
                _refuse(element, {f"{name} {value}"})
        elif name in KEPT_STYLES:
            if value != KEPT_STYLES[name]:
                attributes[name] = _rounded(value.removesuffix("px"))
        elif name not in DROPPED_STYLES:
            _refuse(element, {name})
    if "fill" not in styles and not fill:
        classes.append("ed-ink")
    return {"class": " ".join(sorted(classes)), **attributes} if classes else attributes


def _refuse(element: ET.Element, found: set[str]) -> None:
    if found:
        message = f"{element.tag.removeprefix(SVG)}: {', '.join(sorted(found))}"
        raise CleanError(message)


def _number(text: str) -> str:
    """Write a coordinate to a tenth of a pixel; an eye sees no more."""
    shown = f"{float(text):.1f}"
    return (
        shown.removesuffix(".0").replace("-0", "0")
        if shown == "-0.0"
        else (shown.removesuffix(".0"))
    )


def short_path(text: str) -> str:
    """Write a path of lines in few signs: « M245.2 35H312.5V49H245.2z ».

    Lines of one direction are written by their end alone (SVG 1.1, 8.3.4).
    """
    written: list[str] = []
    x = y = ""
    tokens = iter(_rounded(text).split())
    for token in tokens:
        if token not in ("M", "L"):
            written.append(token)
            continue
        to_x, to_y = next(tokens), next(tokens)
        if token == "M":
            written.append(f"M{to_x} {to_y}")
        elif to_y == y:
            written.append(f"H{to_x}")
        elif to_x == x:
            written.append(f"V{to_y}")
        else:
            written.append(f"L{to_x} {to_y}")
        x, y = to_x, to_y
    return "".join(written)


def _rounded(text: str) -> str:
    """Write every coordinate of a path shorter, and the path on one line."""
    short = NUMBER.sub(lambda found: _number(found.group()), text)
    return " ".join(short.split())


def _tag(name: str, attributes: dict[str, str], *, empty: bool = False) -> str:
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}{'/' if empty else ''}>"
