"""Editions that were frozen: what each held, and what became of it since."""

from __future__ import annotations
