"""The graph in the formats of other programs, one file a format; each writes as it reads, so size is no matter."""

from kb.exports.follow_the_money import write_follow_the_money
from kb.exports.gexf import write_gexf
from kb.exports.graphml import write_graphml
from kb.exports.json_ld import write_json_ld
from kb.exports.node_link import write_node_link
from kb.exports.tables import write_nodes, write_ties

__all__ = [
    "write_follow_the_money", "write_gexf", "write_graphml", "write_json_ld", "write_node_link", "write_nodes",
    "write_ties",
]  # fmt: skip
