"""Questions that are often asked, as prompts: which tools answer them, and what an answer has to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import mcp_types as types

from graph.errors import BadInputError, NotFoundError

RULES = (
    "Say which sources and months the numbers rest on, name the gaps that the tools tell of, keep what is unknown "
    "unknown, and give the addresses of the pages."
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with holes: its name, what it is for, its words, and the meaning of each hole."""

    name: str
    about: str
    words: str
    holes: Mapping[str, str]


PROJECTS = "two to six repositories as owner/name, with commas between"
QUESTIONS = (
    Question(
        "who-connects", "Who works on several projects, and for whom",
        "Who works on all of {repositories}, and who employs them? Ask `shared-developers` and `overlap-sets`.",
        {"repositories": PROJECTS},
    ),
    Question(
        "compare-projects", "Several projects side by side",
        "Compare {repositories}: size, growth, people, what they depend on. Ask `compare`, `growth`, `bus-factor`.",
        {"repositories": PROJECTS},
    ),
    Question(
        "know-a-developer", "What a developer works on, and with whom",
        "What does {developer} work on, since when, and with whom? Ask `developer-profile` and `partners`.",
        {"developer": "a login"},
    ),
    Question(
        "landscape", "Which projects belong together, which rise and which have died",
        "What does the landscape of {domain} look like: which projects are central, which rise, which have died? "
        "Ask `centrality`, `momentum` and `graveyard`.",
        {"domain": "a domain such as Serving"},
    ),
)  # fmt: skip


def prompts() -> list[types.Prompt]:
    """All of them, with their arguments."""
    return [
        types.Prompt(
            name=question.name,
            description=question.about,
            arguments=[
                types.PromptArgument(name=name, description=about, required=True)
                for name, about in question.holes.items()
            ],
        )
        for question in QUESTIONS
    ]


def prompt(name: str, given: Mapping[str, str]) -> types.GetPromptResult:
    """The question with its holes filled; NotFoundError or BadInputError says what is missing."""
    question = next((one for one in QUESTIONS if one.name == name), None)
    if question is None:
        raise NotFoundError(f"there is no prompt {name!r}; there are {', '.join(one.name for one in QUESTIONS)}")
    missing = [hole for hole in question.holes if not given.get(hole)]
    if missing:
        raise BadInputError(f"{name} needs {', '.join(missing)}")
    text = f"{question.words.format_map(given)} {RULES}"
    message = types.PromptMessage(role="user", content=types.TextContent(type="text", text=text))
    return types.GetPromptResult(description=question.about, messages=[message])
