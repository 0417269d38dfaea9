"""The options of `ask` that let a server of the person's own put an answer in other words, and how that is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from app.contract import Json
from app.printing import wrapped
from kb.types import Answer

if TYPE_CHECKING:
    from kb.rephrasing import Rephrased

KEY = "FOOTNOTE_REPHRASE_KEY"  # in the environment; stored nowhere


def rephrasing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --rephrase and --model."""
    url = click.option(
        "--rephrase",
        metavar="URL",
        help="Let a chat-completions server put the answer in other words. Question, answer and cited sentences are "
        f"sent there; a key is taken from ${KEY}.",
    )
    model = click.option("--model", metavar="NAME", help="The model that --rephrase asks for.")
    return url(model(command))


def rephraser(url: str | None, model: str | None) -> Callable[[Answer], Rephrased] | None:
    """Give what asks the server; None where none was named.

    :raises click.UsageError: when only one of the two is given, or the address is none.
    """
    if url is None and model is None:
        return None
    if url is None or model is None:
        raise click.UsageError("--rephrase URL and --model NAME go together")
    from kb.rephrasing import ServerAddressWrong, read_server, rephrase  # nothing of it is loaded otherwise

    try:
        server = read_server(url, model, os.environ.get(KEY) or None)
    except ServerAddressWrong as error:
        raise click.UsageError(str(error)) from error
    return lambda answer: rephrase(answer, server)


def rephrased_json(rephrased: Rephrased) -> Json:
    """Give what the server wrote, each sentence with the numbers of those it cites, from 1; or why it is not shown."""
    sentences = [{"text": each.text, "citations": list(each.cited)} for each in rephrased.sentences]
    return {"rephrased": {"text": rephrased.text, "sentences": sentences, "reason": rephrased.reason}}


def rephrased_lines(rephrased: Rephrased) -> Iterator[str]:
    """Yield what the server wrote for people, or why it is not shown."""
    yield ""
    if rephrased.text is None:
        yield from wrapped(f"Not rephrased: {rephrased.reason}. The answer above is in the sources' own words.")
    else:
        yield from wrapped(f"In other words: {rephrased.text}")
