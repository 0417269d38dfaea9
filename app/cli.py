"""The command line. Commands parse, call one library function and print; they decide nothing.

Results go to standard output, the rest to standard error; the exit status is 0 when all is done, 1 when something
failed, 2 on wrong use.
"""

from __future__ import annotations

import os
import runpy
import socket
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app import asking, comparing, deciding, desking, exporting, filling, graphing, listings, proving, verifying
from app.options import as_json, existing_base, print_json, print_lines, say, use_utf8
from kb.base.connection import DatabaseError
from kb.check import check as check_base
from kb.desk.places import DeskError
from kb.store import StoreError

MAIN = Path(__file__).with_name("main.py")
BUSY = "wait until no other program writes to it, and see that the disk has room; kb check says more"
OFF = "bring back a copy (Health in the app, kb serve), or add the articles named above once more"


class Commands(click.Group):
    """Commands whose library errors become one line for people and exit status 1."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(context)
        except _expected() as error:
            raise click.ClickException(str(error)) from error
        except DatabaseError as error:
            raise click.ClickException(f"the base could not be read or written ({error}): {BUSY}") from error


def _expected() -> tuple[type[Exception], ...]:
    """Give the errors that say what to do; those of the pipeline and of styles are known only once these are loaded."""
    language, styles = (sys.modules.get(name) for name in ("extract.language", "kb.citations.styles"))
    late = [*([language.PipelineMissing] if language else []), *([styles.StyleError] if styles else [])]
    return (StoreError, DeskError, *late)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="KB_DB",
    default="footnote.db",
    metavar="PATH",
    help="The base, one SQLite file.  [default: $KB_DB, else footnote.db]",
)
@click.version_option(package_name="footnote")
@click.pass_context
def cli(context: click.Context, db: Path) -> None:
    """Ask a folder of articles: every answer cites its exact sentence.

    Start with: kb add FOLDER
    """
    use_utf8()
    context.obj = db


@click.command()
@as_json
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Verify every offset, hash, reference and index."""
    findings = check_base(existing_base(context.obj, readonly=False))
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        print_lines(f"{finding.check}: {finding.message}" for finding in findings)
        print_lines([] if findings else ["The base is whole."])
    if findings:
        say(f"The base is not whole: {OFF}")
    context.exit(1 if findings else 0)


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="Serve there.  [default: the first free from 8501]"
)
@click.pass_obj
def serve(db: Path, /, port: int | None) -> None:
    """Start the app and print its address; Ctrl-C ends it.

    Only this machine reaches it.
    """
    if port is not None and _is_taken(port):
        raise click.ClickException(f"port {port} is taken: name another with --port, or leave it out")
    os.environ["KB_DB"] = str(db.absolute())
    where = [] if port is None else ["--server.port", str(port)]
    sys.argv = ["streamlit", "run", str(MAIN), "--server.headless", "true", "--logger.level", "warning", *where]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one just given up may be taken again
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


for command in (
    filling.add,
    filling.remove,
    asking.ask,
    asking.extract,
    listings.documents,
    listings.entities,
    listings.figures,
    listings.quotes,
    listings.claims,
    listings.show,
    comparing.compare,
    graphing.graph,
    graphing.path,
    graphing.timeline_command,
    deciding.review,
    deciding.merge,
    deciding.keep_apart,
    deciding.confirm,
    deciding.split,
    deciding.rename,
    deciding.retype,
    deciding.not_a_name,
    deciding.undo,
    deciding.decisions,
    exporting.export,
    desking.basket,
    desking.cite,
    proving.bundle,
    proving.verify_bundle,
    proving.dossier,
    verifying.verify_command,
    check,
    serve,
):
    cli.add_command(command)
