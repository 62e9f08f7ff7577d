"""How the edition is cited: its own title, authors, version and licence."""

from __future__ import annotations
