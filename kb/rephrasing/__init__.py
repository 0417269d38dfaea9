"""An answer put in other words by a server that the person named; each written sentence is checked, or ours stays."""

from kb.rephrasing.rephrase import Rephrased, rephrase
from kb.rephrasing.server import Server, ServerAddressWrong, read_server

__all__ = ["Rephrased", "Server", "ServerAddressWrong", "read_server", "rephrase"]
