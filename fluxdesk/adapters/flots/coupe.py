"""Minimum cuts, by networkx.

Slow to import: the window is painted first, and this module is loaded by name
(``bootstrap.charge``) at the first cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
from networkx.algorithms.flow import boykov_kolmogorov

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_OFFRE, _DEMANDE = "offre", "demande"


def couper(
    demandes: Sequence[int], capacites: Sequence[int], acces: Sequence[Collection[int]]
) -> frozenset[int]:
    """The smallest set of demands short by the most (``domain.faisabilite.Coupe``).

    The network runs from the places to the demands: networkx gives the side of the sink as the
    nodes that still reach it, which is the smallest of all the minimum cuts.
    """
    network = nx.DiGraph()
    network.add_nodes_from((_OFFRE, _DEMANDE))
    for rank, amount in enumerate(capacites):
        network.add_edge(_OFFRE, (_OFFRE, rank), capacity=amount)
    for rank, (amount, places) in enumerate(zip(demandes, acces, strict=True)):
        network.add_edge((_DEMANDE, rank), _DEMANDE, capacity=amount)
        network.add_edges_from(((_OFFRE, place), (_DEMANDE, rank)) for place in places)
    _, (_, short) = nx.minimum_cut(network, _OFFRE, _DEMANDE, flow_func=boykov_kolmogorov)
    return frozenset(n[1] for n in short if isinstance(n, tuple) and n[0] == _DEMANDE)
