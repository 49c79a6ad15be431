"""Compute the bilan owed to each recipient (R441-5-1; regles.md 37-45)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import Bilan, LigneSolde
from fluxdesk.domain.bilan_lignes import lignes_de, soustraits_de
from fluxdesk.domain.bilan_rythme import attendu
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.periode import annuelle
from fluxdesk.services.decouper_bilan import Unites, part_de_l_epci, part_du_reservataire
from fluxdesk.services.relever_annexes import (
    relever_neufs,
    relever_objectifs,
    relever_previsions,
    relever_soustraits,
)
from fluxdesk.services.relever_faits import (
    BAILLEUR_NON_RESERVE,
    Releve,
    communes_du_parc,
    relever_offres,
)
from fluxdesk.services.tenir_registre import registre_au

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

PREFECTURE, CIL = "Préfecture", "Conférence intercommunale du logement (CIL)"
CLE_PREFECTURE, CLE_CIL = "prefecture", "cil"


class DestinataireInconnuError(FluxDeskError):
    """No recipient of the bilans has that key or name."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas un destinataire des bilans. Écrivez un nom de la page Bilans, "
            "ou « prefecture », « reservataire:NUMÉRO », « epci:SIREN », « cil »."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DestinataireBilan:
    """One recipient of the bilans of a period and its totals.

    ``reservataire_id`` is None but for a réservataire, ``epci`` is empty but for an EPCI.
    """

    cle: str
    nom: str
    reservataire_id: int | None = None
    epci: str = ""
    proposes: int = 0
    attribues: int = 0
    baux: int = 0
    sans_suite: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ensemble:
    """Every bilan of a period: the one that holds all, and who receives a part of it."""

    general: Bilan
    destinataires: tuple[DestinataireBilan, ...]
    conventions: tuple[Convention, ...]
    unites: Unites

    def destinataire(self, cle: str) -> DestinataireBilan:
        """The recipient of that key.

        Raises:
            DestinataireInconnuError: no such recipient.
        """
        found = next((d for d in self.destinataires if d.cle == cle), None)
        if found is None:
            raise DestinataireInconnuError(cle)
        return found

    def attendu(self, destinataire: DestinataireBilan, periode: Periode) -> bool:
        """Whether that recipient is owed it: the year by law, a part by its convention."""
        who = destinataire.reservataire_id
        return periode.entiere or any(
            attendu(c, periode) for c in self.conventions if c.reservataire_id == who
        )

    def bilan(self, destinataire: DestinataireBilan) -> Bilan:
        """What that recipient receives."""
        if destinataire.epci:
            return part_de_l_epci(self.general, destinataire.nom, destinataire.epci)
        who = destinataire.reservataire_id
        if who is not None:
            held = [c for c in self.conventions if c.reservataire_id == who]
            return part_du_reservataire(self.general, destinataire.nom, held, self.unites)
        return replace(self.general, cle=destinataire.cle, destinataire=destinataire.nom)


def etablir_bilan(
    annee: int | Periode, *, reservataire_id: int | None, uow: UnitOfWork, territoires: Territoires
) -> Bilan:
    """The bilan of a period for one réservataire, or for the Préfecture (None).

    Raises:
        DestinataireInconnuError: no réservataire of that id has a convention.
    """
    found = etablir_ensemble(annee, uow=uow, territoires=territoires)
    cle = CLE_PREFECTURE if reservataire_id is None else f"reservataire:{reservataire_id}"
    return found.bilan(found.destinataire(cle))


def destinataires(
    annee: int | Periode, *, uow: UnitOfWork, territoires: Territoires
) -> tuple[DestinataireBilan, ...]:
    """Every recipient of a period, with its totals."""
    return etablir_ensemble(annee, uow=uow, territoires=territoires).destinataires


def etablir_ensemble(
    annee: int | Periode, *, uow: UnitOfWork, territoires: Territoires
) -> Ensemble:
    """The bilan that holds all, and its recipients: one reading of the ledger for them all.

    The Préfecture comes first, then every réservataire that has a convention, every EPCI where
    the landlord has dwellings (regles.md 38), and the CIL's consolidated view.
    """
    period = annuelle(annee) if isinstance(annee, int) else annee
    with uow:
        conventions = tuple(uow.conventions.toutes())
        names = {r.id: r.nom for r in uow.reservataires.tous()}
        general, units = _general(period, uow=uow, territoires=territoires)
        epcis = _epcis(uow=uow, territoires=territoires)
    whole = DestinataireBilan(cle=CLE_PREFECTURE, nom=PREFECTURE)
    holders = sorted({c.reservataire_id for c in conventions})
    known = (
        whole,
        *(
            DestinataireBilan(cle=f"reservataire:{i}", nom=names[i], reservataire_id=i)
            for i in holders
        ),
        *(DestinataireBilan(cle=f"epci:{code}", nom=name, epci=code) for code, name in epcis),
        *([DestinataireBilan(cle=CLE_CIL, nom=CIL)] if epcis else []),
    )
    return Ensemble(
        general=general,
        destinataires=tuple(_compter(general, d) for d in known),
        conventions=conventions,
        unites=units,
    )


def _compter(general: Bilan, destinataire: DestinataireBilan) -> DestinataireBilan:
    rows = [f for f in general.detail if _pour(f.partie, f.lieu.epci, destinataire)]
    return replace(
        destinataire,
        proposes=sum(f.proposes for f in rows),
        attribues=sum(f.attribues for f in rows),
        baux=sum(f.baux for f in rows),
        sans_suite=sum(f.sans_suite for f in rows),
    )


def _pour(partie: str, epci: str, destinataire: DestinataireBilan) -> bool:
    """Whether what concerns that party in that place goes to that recipient."""
    if destinataire.epci:
        return epci == destinataire.epci
    wanted = destinataire.reservataire_id
    return wanted is None or lire_cle(partie)[0] == wanted


def _general(period: Periode, *, uow: UnitOfWork, territoires: Territoires) -> tuple[Bilan, Unites]:
    """The bilan of everything, and the dwellings behind it."""
    end = registre_au(period.fin, uow=uow)
    start = registre_au(period.veille, uow=uow)
    facts = [event for event, _ in effectifs(uow.evenements.tous())]
    units = {e.unite.cle: e.unite for e in facts if isinstance(e, Presentation)}
    read = Releve(periode=period, unites=units, parties=end.parties, territoires=territoires)
    detail = relever_offres(read, uow=uow)
    taken = relever_soustraits(read, uow=uow)
    freed = tuple(u for u in units.values() if period.contient(u.jour))
    foreseen = relever_previsions(read, uow=uow)
    landlord = uow.bailleurs.lire()
    whole = Bilan(
        periode=period,
        bailleur=landlord.raison_sociale,
        siret=landlord.siret,
        contact=_contact(landlord),
        destinataire=PREFECTURE,
        reservataire=None,
        parties=read.feuilles(),
        lignes=lignes_de(detail, read.feuilles()),
        soustraits=soustraits_de(fait for fait, _ in taken),
        soldes=_soldes(end, None, period.fin),
        soldes_annee=_soldes(end, start, period.fin),
        liberations=len(freed),
        detail=detail,
        liberes=tuple(map(read.lieu_de, freed)),
        realises=tuple(fait for fait, _ in taken),
        prevus=foreseen,
        annees_prevues=tuple(sorted({fait.annee for fait in foreseen})),
        neufs=relever_neufs(read, uow=uow),
        objectifs=relever_objectifs(read, uow=uow),
    )
    return whole, Unites(liberees=freed, soustraites=tuple(unit for _, unit in taken))


def _contact(bailleur: Bailleur) -> str:
    """Service, telephone and mail, whichever are known."""
    return ", ".join(
        part for part in (bailleur.service, bailleur.telephone, bailleur.courriel) if part
    )


def _epcis(*, uow: UnitOfWork, territoires: Territoires) -> list[tuple[str, str]]:
    """EPCI where the landlord has dwellings, by name; those of the référentiel."""
    found: dict[str, str] = {}
    for code in communes_du_parc(uow=uow):
        commune = territoires.commune(code)
        if commune is not None and commune.epci:
            found[commune.epci] = commune.epci_nom or commune.epci
    return sorted(found.items(), key=lambda pair: pair[1])


def _soldes(end: Registre, start: Registre | None, fin: date) -> tuple[LigneSolde, ...]:
    """Accounts at the end of the period, less those at its start where one is given."""
    rates = {p.cle: p.taux_au(fin) for p in end.parties}
    return tuple(
        LigneSolde(
            cle=s.cle,
            nom=BAILLEUR_NON_RESERVE if s.cle == BAILLEUR else s.nom,
            parent=s.parent or "",
            taux=None if s.cle == BAILLEUR else rates[s.cle],
            du=Fraction(s.du - (start.du(s.cle) if start else 0), UN),
            servi=s.servi - (start.servi(s.cle) if start else 0),
        )
        for s in end.soldes()
    )
