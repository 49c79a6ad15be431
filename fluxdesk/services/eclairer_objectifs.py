"""What a dwelling to offer could do for each objective: told, never a constraint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.logement import modalite_qpv
from fluxdesk.domain.objectif import BaseObjectif, LieuObjectif, NatureObjectif
from fluxdesk.domain.objectif_mesure import dans_le_lieu
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.mesurer_objectifs import mesurer_objectifs

if TYPE_CHECKING:
    from fractions import Fraction

    from fluxdesk.domain.objectif_mesure import Etat, Mesure
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.mesurer_objectifs import LigneObjectif, TableauObjectifs
    from fluxdesk.services.ports import Horloge, Territoires

_BAUX = BaseObjectif.BAUX


@dataclass(frozen=True, slots=True, kw_only=True)
class Eclairage:
    """One objective that this dwelling bears on.

    ``titre`` names it, ``oui`` says what a household of its population would make of the rate,
    ``non`` what another would; ``etat`` is where it stands before.
    """

    titre: str
    oui: str
    non: str
    cible: str
    etat: Etat


def eclairer_objectifs(
    vacance_id: int,
    cle: str = "",
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
) -> tuple[Eclairage, ...]:
    """The objectives of this year that the dwelling bears on; ``cle`` keeps those of one party.

    Raises:
        IntrouvableError: no such vacancy.
    """
    with uow:
        home = uow.logements.lire(uow.vacances.lire(vacance_id).logement_id)
    commune = territoires.commune(home.commune)
    epci = commune.epci if commune else home.epci
    read = mesurer_objectifs(0, uow=uow, horloge=horloge, territoires=territoires)
    return tuple(
        _eclairer(line, read)
        for line in read.lignes
        if line.objectif.epci in {"", epci}
        and (not cle or line.objectif.concerne(cle))
        and dans_le_lieu(line.objectif.mesure[1], modalite_qpv(home.qpv)) is not False
    )


def nom_objectif(ligne: LigneObjectif, lu: TableauObjectifs) -> str:
    """What it is called on screen and paper: its subject, its EPCI, who is bound."""
    one = ligne.objectif
    subject = one.libelle if one.nature is NatureObjectif.LIBRE else one.nature.value
    where = lu.epcis.get(one.epci, one.epci)
    who = lu.parties.get(one.partie, one.partie)
    return ", ".join(filter(None, (subject, where, who)))


def dire_mesure(mesure: Mesure) -> str:
    """« 6 sur 31 (19,4 %), 2 non renseignés »."""
    if mesure.taux is None:
        return "rien à ce jour"
    told = f"{mesure.oui} sur {mesure.total} ({pour_cent(mesure.taux)})"
    plural = "s" if mesure.inconnus > 1 else ""
    return f"{told}, {mesure.inconnus} non renseigné{plural}" if mesure.inconnus else told


def pour_cent(taux: Fraction) -> str:
    """A rate with one decimal."""
    return typographier(f"{nombre(taux * 100, 1)} %")


def _eclairer(ligne: LigneObjectif, lu: TableauObjectifs) -> Eclairage:
    population, place, base = ligne.objectif.mesure
    somewhere = "" if place is LieuObjectif.PARTOUT else f" {place.value}"
    act = f"Un bail{somewhere} avec" if base is _BAUX else f"Une attribution{somewhere} à"
    yes, no = (dire_mesure(ligne.mesure.avec(oui=is_one)) for is_one in (True, False))
    return Eclairage(
        titre=typographier(nom_objectif(ligne, lu)),
        oui=typographier(f"{act} un ménage {population.value} : {yes}"),
        non=typographier(f"Avec un autre ménage : {no}"),
        cible=pourcentage(ligne.cible),
        etat=ligne.mesure.etat(ligne.cible),
    )
