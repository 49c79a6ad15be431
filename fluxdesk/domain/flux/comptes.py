"""The counters of a ledger, kept as integers and updated dwelling by dwelling (moteur.md §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import UN, Axe

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from fluxdesk.domain.flux.arbre import Arbre
    from fluxdesk.domain.flux.parties import Partie, Unite

AXES = tuple(Axe)
_NUMEROS = {axe: numero for numero, axe in enumerate(AXES)}
CHAMPS = (
    "assiette",
    "attributions",
    "baux",
    "carences",
    "dernier",
    "du",
    "eligibles",
    "mises",
    "penurie",
    "refus",
    "refus_mixite",
    "servi",
    "territoire",
)


class Compte:
    """What one party is due and received; lists are indexed by `Comptes.modalite`.

    `du` is in 1/10 000 of a dwelling, everything else counts dwellings. `refus_mixite` are the
    refusals and carences that stay in the mix as proposals (r_i); `dernier` is the turn of the
    last offer made to the party, whatever came of it, 0 before the first. `mises`,
    `attributions` and `baux` count the offers that reached each step, whatever came of them and
    whatever they cost (regles.md 82). `penurie` is what the party would be late, in 1/10 000,
    had it received every dwelling of its territory that it had a right to (Lindley's queue).
    """

    __slots__ = (*CHAMPS, "parmi", "proposes")

    def __init__(self) -> None:
        self.du = 0
        self.servi = 0
        self.mises = 0
        self.attributions = 0
        self.baux = 0
        self.refus = 0
        self.carences = 0
        self.refus_mixite = 0
        self.dernier = 0
        self.assiette = 0
        self.territoire = 0
        self.penurie = 0
        self.eligibles = 0
        self.parmi: list[int] = []
        self.proposes: list[int] = []

    @property
    def retard(self) -> int:
        """L_i = D_i - x_i, in 1/10 000 of a dwelling."""
        return self.du - self.servi * UN

    @property
    def faute(self) -> int:
        """The part of the retard owed to the lack of dwellings in the territory, in 1/10 000.

        0 for who saw in its territory as many dwellings as in its base.
        """
        return max(0, min(self.retard, self.penurie)) if self.territoire < self.assiette else 0

    def copie(self) -> Compte:
        """Copy the account so that neither changes the other."""
        copie = Compte()
        for champ in CHAMPS:
            setattr(copie, champ, getattr(self, champ))
        copie.parmi = self.parmi.copy()
        copie.proposes = self.proposes.copy()
        return copie


class Comptes:
    """All the accounts of a ledger, by rank; `droits` counts the rights opened so far (t)."""

    __slots__ = (
        "_modalites",
        "_reports",
        "_tour",
        "arbre",
        "comptes",
        "droits",
        "flux",
        "refuses",
    )

    def __init__(self, arbre: Arbre) -> None:
        self.arbre = arbre
        self.comptes = [Compte() for _ in arbre.parties]
        self.droits = 0
        self.flux: list[int] = []  # F_v
        self.refuses: list[int] = []  # refusals that stay in the mix, by value
        self._tour = 0
        self._modalites: tuple[dict[str, int], ...] = tuple({} for _ in AXES)
        self._reports = [(r, p) for r, p in enumerate(arbre.parties) if p.report]
        for rang, partie in self._reports:
            if partie.etalement == 0:
                self._reporter(rang, partie.report * UN)

    def modalite(self, axe: Axe, valeur: str) -> int | None:
        """Find the index of a value in the lists of counters; None if never seen."""
        return self._modalites[_NUMEROS[axe]].get(valeur)

    def copie(self) -> Comptes:
        """Copy every account so that neither side changes the other."""
        copie = Comptes(self.arbre)
        copie.comptes = [compte.copie() for compte in self.comptes]
        copie.droits = self.droits
        copie.flux = self.flux.copy()
        copie.refuses = self.refuses.copy()
        copie._tour = self._tour
        copie._modalites = tuple(dict(d) for d in self._modalites)
        return copie

    def figer(self) -> dict[str, object]:
        """Set every counter down as numbers and texts."""
        return {
            "droits": self.droits,
            "tour": self._tour,
            "flux": self.flux,
            "refuses": self.refuses,
            "modalites": [list(connues) for connues in self._modalites],
            "indices": [list(connues.values()) for connues in self._modalites],
            "comptes": [
                [[getattr(compte, champ) for champ in CHAMPS], compte.parmi, compte.proposes]
                for compte in self.comptes
            ],
        }

    def degeler(self, figure: Mapping[str, Any]) -> None:
        """Take every counter back from what `figer` set down; the figure is not kept."""
        self.droits, self._tour = figure["droits"], figure["tour"]
        self.flux, self.refuses = [*figure["flux"]], [*figure["refuses"]]
        paires = zip(figure["modalites"], figure["indices"], strict=True)
        self._modalites = tuple(dict(zip(v, i, strict=True)) for v, i in paires)
        for compte, (champs, parmi, proposes) in zip(self.comptes, figure["comptes"], strict=True):
            compte.parmi, compte.proposes = [*parmi], [*proposes]
            for champ, valeur in zip(CHAMPS, champs, strict=True):
                setattr(compte, champ, valeur)

    def ouvrir(self, unite: Unite, refusants: Collection[int] = ()) -> None:
        """Open the right to a dwelling: everybody's due accrues (moteur.md §4, step 1).

        Args:
            unite: the dwelling.
            refusants: ranks that have refused it, for whom it is no opportunity any more.
        """
        arbre = self.arbre
        taux = arbre.taux(unite.jour)
        lieu = arbre.lieu(unite)
        self.droits += 1
        reste = UN
        for rang in lieu.assiettes:
            compte = self.comptes[rang]
            compte.assiette += 1
            part = taux[rang] or 0
            compte.du += part
            compte.penurie += part
            if arbre.parties[rang].parent is None:
                reste -= part
        self.comptes[arbre.bailleur].du += reste
        for rang, partie in self._reports:
            self._reporter(rang, self._echeance(partie))
        self._noter(unite, (*lieu.territoires, arbre.bailleur), refusants)

    def servir(self, feuille: int, unite: Unite) -> None:
        """Count the dwelling for a leaf and for all its parents."""
        self._tour += 1
        indices = self._indices(unite)
        for rang in self.arbre.lignees[feuille]:
            compte = self.comptes[rang]
            compte.servi += 1
            compte.dernier = self._tour
            for indice in indices:
                compte.proposes[indice] += 1

    def rendre(self, feuille: int, unite: Unite, *, en_mixite: bool) -> None:
        """Take the dwelling back from a leaf and its parents (R0), or from the quota only (R0m)."""
        indices = self._indices(unite)
        for rang in self.arbre.lignees[feuille]:
            compte = self.comptes[rang]
            compte.servi -= 1
            compte.refus_mixite += en_mixite
            for indice in indices:
                compte.proposes[indice] -= not en_mixite
        for indice in indices:
            self.refuses[indice] += en_mixite

    def noter_mise(self, feuille: int) -> None:
        """Count one offer more, the landlord's turn after a consumed refusal too."""
        for rang in self.arbre.lignees[feuille]:
            self.comptes[rang].mises += 1

    def noter_echec(self, feuille: int, *, carence: bool) -> None:
        """Count one refusal more, or one carence, whatever it costs."""
        for rang in self.arbre.lignees[feuille]:
            self.comptes[rang].refus += not carence
            self.comptes[rang].carences += carence

    def noter_etapes(self, feuille: int, *, attribution: bool, bail: bool) -> None:
        """Count the steps that an offer has just reached."""
        for rang in self.arbre.lignees[feuille]:
            self.comptes[rang].attributions += attribution
            self.comptes[rang].baux += bail

    def _echeance(self, partie: Partie) -> int:
        """Give this right's share of an opening balance; the shares sum to it exactly."""
        if self.droits > partie.etalement:
            return 0
        total = partie.report * UN
        avant = total * (self.droits - 1) // partie.etalement
        return total * self.droits // partie.etalement - avant

    def _reporter(self, rang: int, montant: int) -> None:
        self.comptes[rang].du += montant
        if self.arbre.parties[rang].parent is None:
            self.comptes[self.arbre.bailleur].du -= montant

    def _noter(self, unite: Unite, places: tuple[int, ...], refusants: Collection[int]) -> None:
        """Count the dwelling's values in the flow and among everybody's opportunities."""
        indices = self._indices(unite)
        taux = self.arbre.taux(unite.jour)
        for indice in indices:
            self.flux[indice] += 1
        for rang in places:
            compte = self.comptes[rang]
            compte.territoire += 1
            if taux[rang] is None:
                continue
            compte.penurie = compte.penurie - UN if compte.penurie > UN else 0
            if rang in refusants:
                continue
            compte.eligibles += 1
            parmi = compte.parmi
            for indice in indices:
                parmi[indice] += 1

    def _indices(self, unite: Unite) -> tuple[int, ...]:
        valeurs = (
            unite.financement,
            unite.qpv,
            unite.typologie,
            unite.commune,
            unite.epci,
            unite.periode,
        )
        return tuple(
            connues[valeur] if valeur in connues else self._ajouter(connues, valeur)
            for connues, valeur in zip(self._modalites, valeurs, strict=True)
        )

    def _ajouter(self, connues: dict[str, int], valeur: str) -> int:
        indice = connues[valeur] = len(self.flux)
        self.flux.append(0)
        self.refuses.append(0)
        for compte in self.comptes:
            compte.parmi.append(0)
            compte.proposes.append(0)
        return indice
