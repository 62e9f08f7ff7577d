"""Ids of passages: their form, how they are drawn, how they enter the sources."""

from __future__ import annotations
