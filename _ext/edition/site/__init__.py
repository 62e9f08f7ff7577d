"""The published site: the newest edition at the root, each earlier one whole beside it.

Works on built pages alone; whoever publishes needs no more than their files.
"""

from __future__ import annotations
