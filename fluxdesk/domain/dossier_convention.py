"""The lines of one réservataire, put together into its convention."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from fluxdesk.domain.convention import Avenant, Convention, SousContingent, avec_champs
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.ligne_clauses import champs_dits
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.ligne_convention import LigneConvention

Valeur = TypeVar("Valeur")

_LOCALES = (Categorie.COMMUNE, Categorie.EPCI)


@dataclass(slots=True)
class Dossier:
    """A réservataire as the base knows it, if it does, and the lines accepted for it."""

    reservataire: Reservataire | None = None
    connue: Convention | None = None
    lignes: list[tuple[int, LigneConvention]] = field(default_factory=list)
    parts: list[tuple[int, LigneConvention]] = field(default_factory=list)

    def accepter(self, ligne: LigneConvention, cellules: Cellules) -> None:
        """Take one more line, or refuse it for what the others or the base hold."""
        self._verifier_clauses(ligne, cellules)
        self._verifier_territoire(ligne, cellules)
        self._verifier_dates(ligne, cellules)
        self.lignes.append((cellules.numero, ligne))

    def accepter_part(self, ligne: LigneConvention, cellules: Cellules) -> None:
        """Take a sous-contingent of one of the avenants."""
        if not self.lignes:
            cellules.refuser("parent", "n’a pas de ligne acceptée dans ce fichier.")
        if ligne.debut is not None and all(a.debut != ligne.debut for _, a in self.lignes):
            cellules.refuser("debut", "n’est le début d’aucune ligne du réservataire parent.")
        for number, other in self.parts:
            same_start = None in {ligne.debut, other.debut} or ligne.debut == other.debut
            if plie(other.nom) == plie(ligne.nom) and same_start:
                cellules.refuser("reservataire", f"est déjà donné à la ligne {number}.")
        self.parts.append((cellules.numero, ligne))

    def nom(self) -> str:
        """The name as the base spells it, else as the first line does."""
        return self.reservataire.nom if self.reservataire else self.lignes[0][1].nom

    def identite(self) -> Reservataire:
        """The réservataire, with the category the lines give."""
        given = self._categorie()
        if self.reservataire is None:
            return Reservataire(nom=self.nom(), categorie=given or Categorie.AUTRE)
        return replace(self.reservataire, categorie=given or self.reservataire.categorie)

    def convention(self) -> Convention:
        """The convention, its clauses as the lines say, silent ones as they were.

        The avenants of the lines are added to those of the base; one that begins on the same
        day replaces it, so that no past rate is lost.
        """
        base = self.connue or Convention(
            reservataire_id=0, avenants=(), assiette=Zone.partout(), territoire=Zone.partout()
        )
        made = {line.debut: self._avenant(line) for _, line in self.lignes}
        kept = {a.debut: a for a in base.avenants}
        dated = sorted((kept | made).values(), key=lambda a: (a.debut is not None, a.debut))
        lines = [line for _, line in self.lignes]
        said = champs_dits(line.clauses() for line in lines)
        return replace(
            avec_champs(base, said),
            avenants=tuple(replace(a, numero=rank) for rank, a in enumerate(dated)),
            assiette=_premier((x.assiette for x in lines), base.assiette),
            territoire=_premier((x.territoire for x in lines), base.territoire),
            report=_premier((x.report for x in lines), base.report),
            plafond_report=_premier((x.plafond_report for x in lines), base.plafond_report),
            etalement=_premier((x.etalement for x in lines), base.etalement),
            refus=_premier((x.refus for x in lines), base.refus),
            carence=_premier((x.carence for x in lines), base.carence),
            mode_offre=_premier((x.mode_offre for x in lines), base.mode_offre),
            cibles=_premier((x.cibles for x in lines), base.cibles),
            mode_gestion=_premier((x.mode_gestion for x in lines), base.mode_gestion),
            delai_jours=_premier((x.delai_jours for x in lines), base.delai_jours),
            evenement_decompte=_premier(
                (x.evenement_decompte for x in lines), base.evenement_decompte
            ),
        )

    def _avenant(self, ligne: LigneConvention) -> Avenant:
        known = next((a for a in self._avenants_connus() if a.debut == ligne.debut), None)
        parts = tuple(
            self._sous_contingent(p) for _, p in self.parts if p.debut in {None, ligne.debut}
        )
        if known and not self.parts:
            parts = known.sous_contingents  # a file that names no part says nothing of them
        return Avenant(
            numero=0,
            dix_milliemes=ligne.taux,
            debut=ligne.debut,
            fin=ligne.fin,
            sous_contingents=parts,
        )

    def _sous_contingent(self, part: LigneConvention) -> SousContingent:
        """The part; one the base knows keeps its code, which keys of the ledger hold.

        Its territory is said on its own line, and kept where that says nothing.
        """
        known = {plie(s.nom): s for a in self._avenants_connus() for s in a.sous_contingents}
        same = known.get(plie(part.nom))
        return SousContingent(
            code=same.code if same else _code(part.nom),
            nom=same.nom if same else part.nom,
            dix_milliemes=part.taux,
            territoire=part.territoire or (same.territoire if same else None),
        )

    def _avenants_connus(self) -> Sequence[Avenant]:
        return self.connue.avenants if self.connue else ()

    def _categorie(self) -> Categorie | None:
        return next((line.categorie for _, line in self.lignes if line.categorie), None)

    def _verifier_clauses(self, ligne: LigneConvention, cellules: Cellules) -> None:
        said = ligne.clauses() | ({"categorie": ligne.categorie} if ligne.categorie else {})
        for number, other in self.lignes:
            theirs = other.clauses() | ({"categorie": other.categorie} if other.categorie else {})
            for name in said.keys() & theirs.keys():
                if said[name] != theirs[name]:
                    cellules.refuser(name, f"contredit la ligne {number} du même réservataire.")

    def _verifier_territoire(self, ligne: LigneConvention, cellules: Cellules) -> None:
        known = self.reservataire.categorie if self.reservataire else None
        categorie = ligne.categorie or self._categorie() or known
        given = [line.territoire for _, line in self.lignes] + [ligne.territoire]
        if categorie in _LOCALES and all(zone is None for zone in given) and self.connue is None:
            cellules.refuser(
                "territoire",
                "Une commune ou un EPCI n’est servi que sur son territoire : écrivez "
                "« commune:CODE » ou « epci:SIREN », ou « tout » si la convention le dit.",
            )

    def _verifier_dates(self, ligne: LigneConvention, cellules: Cellules) -> None:
        periods = {line.debut: line.fin for _, line in self.lignes}
        if ligne.debut in periods:
            cellules.refuser(
                "debut",
                "est déjà le début d’une ligne de ce réservataire."
                if ligne.debut
                else "Ce réservataire a déjà une ligne sans date de début.",
            )
        known = {a.debut: a.fin for a in self._avenants_connus()}
        if _se_chevauchent(known | periods | {ligne.debut: ligne.fin}):
            cellules.refuser(
                "debut" if ligne.debut else "fin",
                "chevauche les dates d’un autre avenant de ce réservataire.",
            )


def _se_chevauchent(periods: dict[date | None, date | None]) -> bool:
    ordered = sorted(periods.items(), key=lambda p: (p[0] is not None, p[0]))
    return any(
        end is not None and start is not None and start <= end
        for (_, end), (start, _) in pairwise(ordered)
    )


def _premier(values: Iterable[Valeur | None], default: Valeur) -> Valeur:
    return next((value for value in values if value is not None), default)


def _code(nom: str) -> str:
    """The code of a sous-contingent in the keys of the ledger: its name in plain capitals."""
    return re.sub(r"[^A-Z0-9]+", "-", plie(nom).upper()).strip("-")
