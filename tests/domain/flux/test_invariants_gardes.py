"""The rules of law on made-up journals: recounted plainly, and never against the bare rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.flux.evenements import Annulation, Carence, Presentation, Refus, Service
from fluxdesk.domain.flux.gardes import EffetGarde, NatureGarde
from fluxdesk.domain.flux.parties import PARAMETRES, UN
from fluxdesk.domain.flux.registre import rejouer
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import JOUR, unite
from tests.domain.flux.journaux import COMMUNES, des_journaux, peu
from tests.domain.flux.lois import PLAFOND, PLANCHER, UNIFORME

if TYPE_CHECKING:
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import Parametres, Partie, Unite
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.flux.suggestion import Suggestion

LOIS = (
    UNIFORME,
    replace(PLANCHER, parties=("etat", "al")),
    replace(PLAFOND, parties=("prio", "al")),
    replace(PLAFOND, parties=("agents",), dix_milliemes=500),
)
ETAT = {"prio", "agents"}


def sous(effet: EffetGarde) -> Parametres:
    return replace(PARAMETRES, gardes=tuple(replace(loi, effet=effet) for loi in LOIS))


def detenus(journal: list[Evenement]) -> list[tuple[str, Unite]]:
    """Follow each dwelling to the hands it is in, in a journal without cancellations."""
    unites: dict[str, Unite] = {}
    mains: dict[str, str] = {}
    for evenement in journal:
        match evenement:
            case Presentation():
                unites[evenement.unite.cle] = evenement.unite
            case Service():
                mains[evenement.unite_cle] = evenement.partie
            case Refus() | Carence():
                del mains[evenement.unite_cle]
            case _:
                pass
    return [(cle, unites[une]) for une, cle in mains.items()]


def proposer(cas: tuple[list[Partie], list[Evenement]], effet: EffetGarde | None) -> Registre:
    parametres = PARAMETRES if effet is None else sous(effet)
    return rejouer(*cas, parametres)


@peu
@given(des_journaux(), st.sampled_from(COMMUNES), st.sampled_from(("QPV", "hors QPV")))
def test_every_figure_of_a_rule_is_a_plain_count_of_dwellings(
    cas: tuple[list[Partie], list[Evenement]], lieu: str, qpv: str
) -> None:
    parties, journal = cas
    une = unite("x", commune=lieu, qpv=qpv)
    toutes = [*(e.unite for e in journal if isinstance(e, Presentation)), une]
    par_cle = {p.cle: p for p in parties}
    # A first letting is no dwelling of the flux for who counts it apart, held or not.
    mains = [(c, u) for c, u in detenus(journal) if c not in par_cle or par_cle[c].compte(u)]
    suggestion = suggerer(proposer(cas, EffetGarde.CONTRAINTE), une)
    for constat in suggestion.gardes:
        garde = constat.garde
        cles = ETAT if "etat" in (constat.partie or garde.parties) else {*garde.parties}
        cles = {constat.partie} if constat.partie == "al" else cles
        siens = [u for cle, u in mains if cle in cles]
        vues = [u for u in toutes if any(par_cle[cle].compte(u) for cle in cles)]
        if garde.nature is NatureGarde.PLAFOND:
            assert (constat.annee, constat.base) == (JOUR.year, len(vues))
            assert constat.limite == ceil(garde.dix_milliemes * len(vues) / UN)
            assert constat.tenus == len(siens)
            assert constat.tenus + 1 > constat.limite
            continue
        champ, valeur = ("commune", lieu)
        if garde.nature is NatureGarde.PLANCHER_HORS_QPV:
            champ, valeur = ("qpv", "hors QPV")
            assert qpv == "hors QPV"
        base = [u for u in vues if getattr(u, champ) == valeur]
        assert constat.base == len(base)
        assert constat.tenus == sum(1 for u in siens if getattr(u, champ) == valeur)
        taux = par_cle[constat.partie].taux_au(JOUR)
        part = taux if garde.nature is NatureGarde.UNIFORME else garde.dix_milliemes
        assert constat.du == part * len(base)
        assert constat.manque >= UN


@peu
@given(des_journaux(), st.sampled_from(COMMUNES))
def test_a_warning_never_changes_the_choice_nor_its_motive(
    cas: tuple[list[Partie], list[Evenement]], lieu: str
) -> None:
    une = unite("x", commune=lieu)
    nue = suggerer(proposer(cas, None), une)
    assert replace(suggerer(proposer(cas, EffetGarde.ALERTE), une), gardes=()) == nue


@peu
@given(des_journaux(), st.sampled_from(COMMUNES))
def test_a_constraint_names_who_it_puts_aside_or_leaves_the_motive(
    cas: tuple[list[Partie], list[Evenement]], lieu: str
) -> None:
    une = unite("x", commune=lieu)
    registre = proposer(cas, EffetGarde.CONTRAINTE)
    nue, tenue = suggerer(proposer(cas, None), une), suggerer(registre, une)
    noms = {partie.cle: partie.nom for partie in registre.parties}
    if tenue.destinataire == nue.destinataire:
        assert (tenue.motif, tenue.sans_garde) == (nue.motif, "")
        assert not any(constat.decisif for constat in tenue.gardes)
    else:
        assert tenue.motif is Motif.GARDE_LEGALE
        assert tenue.sans_garde == noms[nue.destinataire]
        assert any(constat.decisif for constat in tenue.gardes)
    assert tenue.destinataire not in plafonnes(tenue)
    exclus = {r.cle for r in tenue.exclus if r.exclusion is RaisonExclusion.PLAFOND}
    assert exclus <= plafonnes(tenue) | {"etat"}


def plafonnes(suggestion: Suggestion) -> set[str]:
    return {
        cle
        for constat in suggestion.gardes
        if constat.garde.nature is NatureGarde.PLAFOND
        for cle in constat.garde.parties
    }


@peu
@given(des_journaux(), st.data())
def test_p12_a_cancelled_event_leaves_the_counters_of_the_law_too(
    cas: tuple[list[Partie], list[Evenement]], data: st.DataObject
) -> None:
    parties, journal = cas
    registre = proposer(cas, EffetGarde.CONTRAINTE)
    compteurs = Counter(map(tuple, registre.veille.figer()))
    entree = data.draw(st.sampled_from([e for e in journal if isinstance(e, Presentation)]))
    registre.appliquer(Annulation(len(journal) + 1, entree.numero))
    reste = [
        e for e in journal if not isinstance(e, Annulation) and e.unite_cle != entree.unite.cle
    ]
    sans = rejouer(parties, reste, sous(EffetGarde.CONTRAINTE))
    assert registre.veille.figer() == sans.veille.figer()
    registre.appliquer(Annulation(len(journal) + 2, len(journal) + 1))
    assert Counter(map(tuple, registre.veille.figer())) == compteurs
