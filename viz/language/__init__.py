"""The language of pages: every text that people read, by key, in English and in Chinese.

How to use it:

- The words stand in `en.json` and `zh.json` beside this module, one section for each part of the pages, with the same
  keys and the same `{placeholders}`. A text with a number has forms where English needs them, chosen by `n`:
  `"rows": {"one": "{n} row", "other": "{n} rows"}` there, and `"rows": "{n} 行"` in Chinese.
- In Python: `say("page.rows", n=12)`. In a template: `{{ say("page.rows", n=12) }}`, and
  `{{ say_html("table.first", n=12, all=link) }}` where a value is HTML; what stands between backticks becomes code
  by `{{ say("home.emptyHint") | coded }}`.
- In the browser: `TEXTS.copied` and `TEXTS.nodes(3)` of `viz/browser/src/texts.js`, whose words are the section
  `browser` of the same two files. A plain text needs an entry in both files and nothing else; one with placeholders
  needs its line in texts.js too. Then `npm run build`.
- Texts whose English stands elsewhere (headers of queries, the schema, known gaps, errors) are looked up by that
  English: `translated(query.title)`, in templates `{{ query.title | translated }}`. Their Chinese is in
  `zh.headers.json`; `named("merged_prs")` is a parameter's, column's or fact's name in words.
- Which language a page speaks is decided once per request by `api.web.language`; all else asks `language()`. Outside
  of a request it is English, and so are the API and the command line.
"""

from __future__ import annotations

from viz.language.chosen import (
    DEFAULT,
    LANGUAGES,
    PARAMETER,
    SHORT,
    TAGS,
    in_language,
    language,
    speaking,
    spoken,
)
from viz.language.countries import country
from viz.language.headers import named, termed, told, translated
from viz.language.numbers import FIRST_SEPARATED, listed, month, number, percent, separators
from viz.language.words import in_months, say, say_html

__all__ = [
    "DEFAULT", "FIRST_SEPARATED", "LANGUAGES", "PARAMETER", "SHORT", "TAGS", "country", "in_language", "in_months",
    "language", "listed", "month", "named", "number", "percent", "say", "say_html", "separators", "speaking", "spoken",
    "termed", "told", "translated",
]  # fmt: skip
