"""Spelling: which words are French, which are ours, which are neither.

The verdicts are those of the dictionary « Classique » of Grammalecte (MPL 2.0, in
``fr/``), made for Firefox and LibreOffice, read by Spylls. What was looked at, on
the 4,200 distinct words of the text:

==============  ==============================================================
Spylls          Hunspell rewritten in pure Python (MPL 2.0): any system, any
                Python. Loads in 1 s, then half a millisecond a word. Finished
                rather than busy: its last release is of 2022.
chunspell       Hunspell itself; 0.3 s and 0.1 ms a word, the same verdicts. No
                wheel for macOS on Intel nor for Linux on ARM with Python 3.14.
zspell          In Rust; knows neither « l’avenir » nor most verbs, as it does
                not read the rules of this dictionary. No wheel for Python 3.14.
hunspell2       Calls a program that nobody has on Windows.
pyenchant       Not tried: on Linux it needs a library of the system.
pyspellchecker  Not tried: a list of frequent words, not a dictionary.
==============  ==============================================================

A wheel that runs everywhere counts for more here than speed: verdicts are kept under
``_build/`` (:mod:`.verdicts`), so that the dictionary is read only for new words.
"""

from __future__ import annotations

from edition.spelling.project import ProjectWords, read_project_words
from edition.spelling.speller import Speller
from edition.spelling.verdicts import Verdicts
from edition.spelling.words import Word, find_words

__all__ = [
    "ProjectWords",
    "Speller",
    "Verdicts",
    "Word",
    "find_words",
    "read_project_words",
]
