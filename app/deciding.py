"""The commands by which people decide who is who: a review queue, decisions, their ledger, and undo."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app.contract import entity_json
from app.marks import visible
from app.options import as_json, existing_base, print_json, print_lines, say_if_none
from kb.merging import deciding
from kb.merging.deciding import LABELS
from kb.merging.decisions import Decision
from kb.merging.review import Proposal, Side, proposals
from kb.store import Store


def _deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that every decision has."""
    for option in (
        as_json,
        click.option("--who", metavar="NAME", help="Who decides.  [default: your login name]"),
        click.option("--why", metavar="TEXT", default="", help="The reason, kept with the decision."),
    ):
        command = option(command)
    return command


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="At most N.  [default: 20]")
@as_json
@click.pass_obj
def review(db: Path, /, as_json: bool, limit: int) -> None:
    """List merges and splits to decide on, each with score, reasons and sentences of both sides.

    Example: kb review --limit 5
    """
    found = proposals(existing_base(db), limit=limit)
    if as_json:
        print_json([_proposal_json(proposal) for proposal in found])
    else:
        print_lines(line for proposal in found for line in _proposal_lines(proposal))
        print_lines([] if found else ["There is nothing to decide."])


@click.command()
@click.argument("one", metavar="ENTITY")
@click.argument("other", metavar="ENTITY")
@_deciding
@click.pass_obj
def merge(db: Path, /, one: str, other: str, **given: Any) -> None:
    """Make two entities one.

    Example: kb merge "Zhenhua Xie" "Xie Z." --why "same office"
    """
    _decide(db, given, lambda store, by: deciding.merge(store, one, other, **by))


@click.command("keep-apart")
@click.argument("one", metavar="ENTITY")
@click.argument("other", metavar="ENTITY")
@_deciding
@click.pass_obj
def keep_apart(db: Path, /, one: str, other: str, **given: Any) -> None:
    """Keep two entities two, whatever is read later.

    Example: kb keep-apart "George Bush" "George W. Bush"
    """
    _decide(db, given, lambda store, by: deciding.keep_apart(store, one, other, **by))


@click.command()
@click.argument("entity", metavar="ENTITY")
@click.argument("name")
@_deciding
@click.pass_obj
def confirm(db: Path, /, entity: str, name: str, **given: Any) -> None:
    """Say that a name is rightly put to an entity, and is not to be asked about again.

    Example: kb confirm "George W. Bush" "George Bush"
    """
    _decide(db, given, lambda store, by: deciding.confirm(store, entity, name, **by))


@click.command()
@click.argument("entity", metavar="ENTITY")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Take out what this document says of it.")
@click.option("--name", default="", metavar="NAME", help="Take out all that goes by this name.")
@_deciding
@click.pass_obj
def split(db: Path, /, entity: str, documents: tuple[str, ...], name: str, **given: Any) -> None:
    """Take a part out of an entity, as an entity of its own.

    Example: kb split "Michael Jordan" --document 9f86d081884c7d65
    """
    if bool(documents) == bool(name):
        raise click.UsageError("say what to take out, by --document (as often as needed) or by --name")
    _decide(db, given, lambda store, by: deciding.split(store, entity, documents=documents, name=name, **by))


@click.command()
@click.argument("entity", metavar="ENTITY")
@click.argument("name")
@_deciding
@click.pass_obj
def rename(db: Path, /, entity: str, name: str, **given: Any) -> None:
    """Call an entity by another name.

    Example: kb rename WTO "World Trade Organization"
    """
    _decide(db, given, lambda store, by: deciding.rename(store, entity, name, **by))


@click.command()
@click.argument("entity", metavar="ENTITY")
@click.argument("kind", type=click.Choice(LABELS, case_sensitive=False))
@_deciding
@click.pass_obj
def retype(db: Path, /, entity: str, kind: str, **given: Any) -> None:
    """Change the kind of an entity.

    Example: kb retype Georgia COUNTRY
    """
    _decide(db, given, lambda store, by: deciding.retype(store, entity, kind, **by))


@click.command("not-a-name")
@click.argument("document", metavar="DOCUMENT")
@click.argument("start", type=click.IntRange(min=0))
@_deciding
@click.pass_obj
def not_a_name(db: Path, /, document: str, start: int, **given: Any) -> None:
    """Delete a wrong mention: the one that begins at this character of a document.

    Example: kb not-a-name 9f86d081884c7d65 1204
    """
    _decide(db, given, lambda store, by: deciding.take_out(store, document, start, **by))


@click.command()
@click.argument("decision", type=click.IntRange(min=1))
@_deciding
@click.pass_obj
def undo(db: Path, /, decision: int, **given: Any) -> None:
    """Take a decision back, by its number.

    Everything is again as if it had not been taken.

    Example: kb undo 3
    """
    _decide(db, given, lambda store, by: deciding.undo(store, decision, **by))


@click.command()
@as_json
@click.pass_obj
def decisions(db: Path, /, as_json: bool) -> None:
    """List all decisions: who, when, what and why.

    Example: kb decisions
    """
    found = deciding.decisions(existing_base(db))
    if as_json:
        print_json([_decision_json(decision) for decision in found])
    else:
        print_lines(visible(_decision_line(decision)) for decision in found)
        say_if_none(found, "decide something with kb merge, rename or another; kb review proposes")


def _decide(db: Path, given: dict[str, Any], decide: Callable[[Store, dict[str, str]], Decision]) -> None:
    store = existing_base(db, readonly=False)
    try:
        decision = decide(store, {"who": given["who"] or _login(), "why": given["why"]})
    except deciding.DecisionError as error:
        raise click.ClickException(visible(str(error))) from error
    if given["as_json"]:
        print_json(_decision_json(decision))
    else:
        print_lines([visible(_decision_line(decision)), f"Take it back with: kb undo {decision.id}"])


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name and no entry for the user
        return "unknown"


def _decision_json(decision: Decision) -> dict[str, Any]:
    return asdict(decision)


def _decision_line(decision: Decision) -> str:
    what = decision.what
    called = what.get("called", [])
    about = called if isinstance(called, list) else [called]
    told = ", ".join([*about, *(str(what[field]) for field in ("name", "label", "text", "decision") if field in what)])
    state = f" (undone by {decision.undone_by})" if decision.undone_by else ""
    why = f": {decision.why}" if decision.why else ""
    return f"{decision.id}. {decision.do} {told}{state}, {decision.who}, {decision.decided}{why}"


def _proposal_json(proposal: Proposal) -> dict[str, Any]:
    return {
        "do": proposal.do,
        "score": proposal.score,
        "reasons": list(proposal.reasons),
        "one": _side_json(proposal.one),
        "other": _side_json(proposal.other),
    }


def _side_json(side: Side) -> dict[str, Any]:
    shown = ("document", "title", "start", "end", "text")
    sentences = [{field: getattr(sentence, field) for field in shown} for sentence in side.sentences]
    return {"name": side.name, "entity": entity_json(side.entity), "sentences": sentences}


def _proposal_lines(proposal: Proposal) -> Iterator[str]:
    one, other = proposal.one, proposal.other
    yield visible(f"{proposal.do} {one.name!r} and {other.name!r}? {proposal.score:.2f}: {', '.join(proposal.reasons)}")
    for side in (one, other):
        yield visible(f"  {side.entity.name} ({side.entity.label}, {side.entity.id})")
        for sentence in side.sentences:
            yield visible(f"    {sentence.text}")
    if proposal.do == "merge":
        yield visible(
            f"  kb merge {one.entity.id} {other.entity.id}  or  kb keep-apart {one.entity.id} {other.entity.id}"
        )
    else:
        yield visible(
            f"  kb confirm {one.entity.id} {other.name!r}  or  kb split {one.entity.id} --name {other.name!r}"
        )
    yield ""
