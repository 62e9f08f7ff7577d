"""Rule: every word of the French pages is French, or one that the edition lists.

Looked at are the words of paragraphs, headings, captions, alternative texts and of what
the front matter says, and the sentences of the tables, which pages show. A title or a quotation most of whose words are no French is in
another language, and passed over. An edition without ``data/mots.txt`` has no such rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.checks.proper_names import read_names
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.spelling import Speller, Verdicts, Word, find_words, read_project_words
from edition.tables import load_table, table_names
from edition.text.book import read_book
from edition.text.prose import FRENCH, Block, language_of, make_prose, read_prose
from edition.text.typography import BARE_CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.spelling import ProjectWords
    from edition.text.prose import Prose

__all__ = ["check"]

SENTENCES = frozenset(
    {
        *("enonce", "definition", "description", "jugement", "objet", "piste"),
        *("perimetre", "composition", "recueil", "recit_resume", "mesure"),
    }
)
"""The columns of the tables that hold sentences of ours.

Not « note », which tells of files and addresses and copies the misprints of sources.
"""

LEAST_WORDS = 3
"""Fewer words than that are judged one by one: they show no language."""


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the unknown words, and what is wrong with the list of known ones."""
    if not paths.words.is_file():
        return
    project = read_project_words(paths.words, place=paths.relative(paths.words))
    yield from project.issues
    verdicts = Verdicts(paths.build)
    speller = Speller(verdicts, project, names=read_names(paths))
    told: set[tuple[str, Place]] = set()
    for path, prose in (*_pages(paths), *_tables(paths)):
        for word in _unknown(prose, speller):
            found = word.text, Place(path, prose.line_at(word.position))
            if found not in told:
                told.add(found)
                yield _issue(*found, speller)
    yield from _listed(project, speller)
    verdicts.keep()


def _pages(paths: EditionPaths) -> Iterator[tuple[str, Prose]]:
    for page in read_book(paths):
        if language_of(page) == FRENCH:
            yield from ((page.path, prose) for prose in read_prose(page))


def _tables(paths: EditionPaths) -> Iterator[tuple[str, Prose]]:
    for name in table_names(paths):
        try:
            table = load_table(paths, name)
        except IssueError:
            continue  # said by the check of the tables
        for column in SENTENCES & {*table.frame.columns}:
            lines = zip(table.frame[column], table.lines, strict=True)
            for cell, line in lines:
                yield table.path, make_prose(cell, int(line), Block.TITLE)


def _unknown(prose: Prose, speller: Speller) -> Iterator[Word]:
    words = list(find_words(prose.text))
    wrong = [word for word in words if not speller.right(word.text)]
    for word in wrong:
        if BARE_CAPITAL.fullmatch(word.text.rpartition("’")[2]):
            continue  # said by the rule of typography
        around = [part for part in prose.foreign if part[0] <= word.position < part[1]]
        if not any(_strange(part, words, wrong) for part in around):
            yield word


def _strange(part: tuple[int, int], words: list[Word], wrong: list[Word]) -> bool:
    """Tell whether a title or a quotation is in another language."""
    held = [word for word in words if part[0] <= word.position < part[1]]
    missed = [word for word in wrong if part[0] <= word.position < part[1]]
    return len(held) >= LEAST_WORDS and 2 * len(missed) >= len(held)


def _issue(word: str, place: Place, speller: Speller) -> Issue:
    meant = speller.suggest(word)
    return Issue(
        IssueCode.WORD_UNKNOWN,
        place,
        f"mot « {word} » inconnu",
        hint=f"vouliez-vous « {meant} » ?"
        if meant
        else "corrigez-le, ou ajoutez-le à data/mots.txt",
    )


def _listed(project: ProjectWords, speller: Speller) -> Iterator[Issue]:
    unused = set(speller.unused)
    for word, line in project.lines.items():
        place = Place(project.path, line)
        if word in unused:
            said = f"mot « {word} » que le texte n’emploie pas"
            yield Issue(IssueCode.WORD_UNUSED, place, said, hint="retirez la ligne")
        elif speller.verdicts.knows(word):
            said = f"mot « {word} » que le dictionnaire connaît"
            yield Issue(IssueCode.WORD_LIST, place, said, hint="retirez la ligne")
