"""The text as the ground floor reads it: dialect, passages, words, French spacing.

Nothing here knows Sphinx or MyST-Parser; that both read the same passages from the
same page is proved by ``tests/whole/test_passages.py``.
"""

from __future__ import annotations
