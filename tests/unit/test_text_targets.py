from __future__ import annotations

import pytest

from edition.text.markdown import read_page
from edition.text.targets import TargetFault, read_targets


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("(a)=\n# T", "heading"),
        ("(a)=\nUn.", "paragraph"),
        ("(a)=\n\nUn.", "paragraph"),
        ("(a)=\n- un", "bullet_list"),
        ("Texte :\n(a)=\n- un", "bullet_list"),
        ("- un\n(a)=\n* deux", "bullet_list"),
        ("(a)=\n1. un", "ordered_list"),
        ("(a)=\n> un", "blockquote"),
        ("(a)=\nT\n: d", "dl"),
        ("% note\n(a)=\nUn.", "paragraph"),
        ("Un.\n\n[b]: https://example.org\n(a)=\nDeux.", "paragraph"),
    ],
)
def test_a_target_marks_the_block_after_it(text: str, marks: str) -> None:
    (target,) = read_targets(read_page(text))
    assert (target.marks, target.fault) == (marks, None)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("(a)=\n```{data-table} x\n```", TargetFault.DIRECTIVE),
        ("(a)=\n:::{note}\nx\n:::", TargetFault.DIRECTIVE),
        ("Un\n(a)=\ndeux.", TargetFault.SPLITS),
        ("> un\n(a)=\ndeux.", TargetFault.SPLITS),
        ("- un\n(a)=\ndeux.", TargetFault.SPLITS),
        ("- (a)=\n  un", TargetFault.NESTED),
        ("> (a)=\n> un", TargetFault.NESTED),
        (":::{note}\n(a)=\nUn.\n:::", TargetFault.NESTED),
        ("(a)=\n% note\nUn.", TargetFault.NOTHING),
        ("(a)=\n***", TargetFault.NOTHING),
        ("(a)=\n```\ncode\n```", TargetFault.NOTHING),
        ("Un.\n\n(a)=", TargetFault.NOTHING),
    ],
)
def test_a_target_elsewhere_is_a_fault(text: str, fault: TargetFault) -> None:
    (target,) = read_targets(read_page(text))
    assert (target.marks, target.fault) == ("", fault)


def test_of_two_targets_the_first_is_a_fault() -> None:
    first, second = read_targets(read_page("(a)=\n(b)=\nUn."))
    assert (first.fault, second.fault) == (TargetFault.DOUBLE, None)


@pytest.mark.parametrize("text", ["(a)", "un (a)= deux", "    (a)=", "()=", "\\(a)="])
def test_what_only_looks_like_a_target_is_none(text: str) -> None:
    assert list(read_targets(read_page(text))) == []
