"""The one list of problems, by their codes.

A code says what it protects; its folder in ``tests/issues/`` shows it at work. What it
means, in French, stands in ``codes.toml``, and a test holds that nothing lacks there:
``edition explain`` and the page of messages are made from it.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

__all__ = ["EXPLANATIONS", "IssueCode", "read_explanations"]

EXPLANATIONS = Path(__file__).with_name("codes.toml")


@cache
def read_explanations() -> dict[str, str]:
    """Return what each code means, in French."""
    return tomllib.loads(EXPLANATIONS.read_text(encoding="utf-8"))


class IssueCode(StrEnum):
    """A problem that the edition can have."""

    # -- tables: files --------------------------------------------------------
    TABLE_UNKNOWN = "table-unknown"
    TABLE_FILE = "table-file"
    TABLE_SCHEMA = "table-schema"
    TABLE_SCHEMA_MISSING = "table-schema-missing"
    TABLE_PACKAGE = "table-package"
    TABLE_UNLISTED = "table-unlisted"
    TABLE_PAGE = "table-page"
    TABLE_ENCODING = "table-encoding"
    TABLE_BOM = "table-bom"
    TABLE_LINE_END = "table-line-end"
    TABLE_QUOTE = "table-quote"
    TABLE_HEADER = "table-header"
    TABLE_RAGGED = "table-ragged"
    TABLE_ROW_ID = "table-row-id"
    TABLE_ROW_TWICE = "table-row-twice"
    TABLE_ROW_DUPLICATE = "table-row-duplicate"
    TABLE_VALUE_TYPE = "table-value-type"
    TABLE_VALUE_REQUIRED = "table-value-required"
    TABLE_VALUE_EMPTY = "table-value-empty"
    TABLE_VALUE_UNSEEN = "table-value-unseen"
    TABLE_VALUE_UNIQUE = "table-value-unique"
    TABLE_VALUE_PATTERN = "table-value-pattern"
    TABLE_VALUE_RANGE = "table-value-range"
    TABLE_VALUE_ENUM = "table-value-enum"
    TABLE_VALUE_FOREIGN = "table-value-foreign"
    TABLE_VALUE_PERCENT = "table-value-percent"
    TABLE_SUM = "table-sum"
    TABLE_PERIOD = "table-period"
    TABLE_DATE_FUTURE = "table-date-future"
    TABLE_ADDRESS = "table-address"
    TABLE_IDENTIFIER = "table-identifier"
    TABLE_REFERENCE = "table-reference"
    TABLE_UNIT = "table-unit"
    TABLE_VALUE_FORMULA = "table-value-formula"
    TABLE_VALUE_CONTROL = "table-value-control"
    TABLE_VALUE_ACCENT = "table-value-accent"
    TABLE_VALUE_BLANK = "table-value-blank"

    # -- tables: views, values, formulas --------------------------------------
    VIEW_OPTION = "view-option"
    VIEW_COLUMN = "view-column"
    VIEW_FILTER = "view-filter"
    VIEW_EMPTY = "view-empty"
    VALUE_FORM = "value-form"
    VALUE_ROW = "value-row"
    VALUE_COLUMN = "value-column"
    VALUE_UNIT = "value-unit"
    FORMULA = "formula"
    BUILDER_UNKNOWN = "builder-unknown"

    # -- references -----------------------------------------------------------
    REFERENCE_FILE = "reference-file"
    REFERENCE_KEY = "reference-key"
    REFERENCE_FIELD = "reference-field"
    REFERENCE_UNLISTED = "reference-unlisted"
    REFERENCE_KEYWORD = "reference-keyword"

    # -- text: what a page may use --------------------------------------------
    SOURCE_SIGN = "source-sign"
    SOURCE_SIZE = "source-size"
    SOURCE_PLACE = "source-place"
    FRONT_MATTER = "front-matter"
    DIRECTIVE_UNKNOWN = "directive-unknown"
    DIRECTIVE_FORM = "directive-form"
    DIRECTIVE_OPTION = "directive-option"
    DIRECTIVE_PLACE = "directive-place"
    ROLE_UNKNOWN = "role-unknown"
    ROLE_FORM = "role-form"
    SYNTAX_FORBIDDEN = "syntax-forbidden"
    SYNTAX_UNCLOSED = "syntax-unclosed"
    LINK_FORBIDDEN = "link-forbidden"
    IMAGE_FORBIDDEN = "image-forbidden"
    IMAGE_MISSING = "image-missing"

    # -- text: passages and their ids -----------------------------------------
    SECTION_ID = "section-id"
    SECTION_LEVEL = "section-level"
    ANCHOR_MISSING = "anchor-missing"
    ANCHOR_FORM = "anchor-form"
    ANCHOR_KIND = "anchor-kind"
    ANCHOR_PLACE = "anchor-place"
    ANCHOR_DUPLICATE = "anchor-duplicate"
    REFERENCE_UNKNOWN = "reference-unknown"
    PAGE_DESCRIPTION = "page-description"
    REFERENCE_WORDS = "reference-words"
    NUMBER_TYPED = "number-typed"
    CONTENTS_ENTRY = "contents-entry"
    CONTENTS_PAGE = "contents-page"

    # -- ids that were published, and editions ----------------------------------
    ANCHOR_LOST = "anchor-lost"
    ANCHOR_REPOINTED = "anchor-repointed"
    ANCHOR_REVIVED = "anchor-revived"
    LEDGER_FORM = "ledger-form"
    LEDGER_SUCCESSOR = "ledger-successor"
    EDITION_FILE = "edition-file"
    RELEASE = "release"
    SITE = "site"

    # -- text: claims and their proofs ----------------------------------------
    MARK_FORM = "mark-form"
    FINDING_PART = "finding-part"
    CLAIM_UNSOURCED = "claim-unsourced"
    CLAIM_REASONING = "claim-reasoning"
    CONTEXT_UNSAID = "context-unsaid"
    YEAR_UNSAID = "year-unsaid"
    VINTAGE_UNSAID = "vintage-unsaid"
    HEADING_OPENING = "heading-opening"
    SINGLE_SIGNATURE = "single-signature"
    ROW_UNUSED = "row-unused"

    # -- text: language --------------------------------------------------------
    WORD_UNKNOWN = "word-unknown"
    WORD_LIST = "word-list"
    WORD_UNUSED = "word-unused"
    PHRASE_PADDING = "phrase-padding"
    SENTENCE_SECOND = "sentence-second"
    SENTENCE_BROKEN = "sentence-broken"
    TYPOGRAPHY_APOSTROPHE = "typography-apostrophe"
    TYPOGRAPHY_QUOTE = "typography-quote"
    TYPOGRAPHY_DASH = "typography-dash"
    TYPOGRAPHY_ELLIPSIS = "typography-ellipsis"
    TYPOGRAPHY_CAPITAL = "typography-capital"
    TYPOGRAPHY_SPACE = "typography-space"
    TYPOGRAPHY_ORDINAL = "typography-ordinal"
    TYPOGRAPHY_NUMBER = "typography-number"
    TYPOGRAPHY_PAIR = "typography-pair"
    ADDRESS_UNKNOWN = "address-unknown"

    # -- settings and citation ------------------------------------------------
    SETTING_FILE = "setting-file"
    SETTING_UNKNOWN = "setting-unknown"
    SETTING_VALUE = "setting-value"
    CITATION_FILE = "citation-file"
    CITATION_FIELD = "citation-field"

    # -- exceptions -----------------------------------------------------------
    EXCEPTION_INVALID = "exception-invalid"
    EXCEPTION_UNUSED = "exception-unused"

    # -- charts ---------------------------------------------------------------
    CHART_TYPE = "chart-type"
    CHART_OPTION = "chart-option"
    CHART_ALT = "chart-alt"
    CHART_COLUMN = "chart-column"
    CHART_UNITS = "chart-units"
    CHART_BINS = "chart-bins"
    CHART_HIGHLIGHT = "chart-highlight"
    CHART_EMPTY = "chart-empty"
    CHART_TOO_FEW = "chart-too-few"
    CHART_TOO_MANY = "chart-too-many"

    # -- glossary -------------------------------------------------------------
    GLOSSARY_TABLE = "glossary-table"
    GLOSSARY_TERM = "glossary-term"

    @property
    def explanation(self) -> str:
        """Why it matters and how it is repaired, in one or two French sentences."""
        return read_explanations()[self]
