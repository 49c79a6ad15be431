"""moteur.md §4 read again from its text alone, step by step, from tables to a table.

Written to be compared with the engine, so it shares nothing with it: its own reading of the two
files (`rejeu_naif_tables`), fractions of dwellings everywhere, dictionaries by name, no haste.
Where the text leaves a choice, the comment says which sentence decides. First lettings, of which
it says nothing, are read as the base of each convention says (`Compte.couvre`).
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from tests.cli.rejeu_naif_tables import MIETTE, Compte, iso, lignes, quatre

if TYPE_CHECKING:
    from tests.cli.rejeu_naif_tables import Ligne, Valeur

AXES = ("financement", "qpv", "typologie", "epci", "periode")
KAPPA, HORIZON = 3, 60
BAILLEUR = "Bailleur"


class Naif:
    """One ledger; `jouer` gives the rows of D.csv."""

    def __init__(self, conventions: str) -> None:
        self.comptes: dict[str, Compte] = {}
        for ligne in lignes(conventions):
            compte = self.comptes.setdefault(
                ligne["reservataire"], Compte(ligne["reservataire"], ligne)
            )
            taux = Fraction(ligne["taux"].replace(",", ".")) / 100
            compte.taux.append((taux, iso(ligne["debut"]), iso(ligne["fin"])))
        for compte in self.comptes.values():
            if compte.ligne["parent"]:
                self.comptes[compte.ligne["parent"]].enfants.append(compte.nom)
        for compte in self.comptes.values():
            compte.neuf = self.lignee(compte)[-1].ligne["neuf"] == "oui"
        self.bailleur = Compte(BAILLEUR, defaultdict(str), [(Fraction(0), "", "")])
        self.ordre = [*self.comptes.values(), self.bailleur]
        self.racines = [c for c in self.ordre if not c.ligne["parent"]]
        self.droits = self.offres = 0
        self.flux: dict[Valeur, int] = defaultdict(int)
        self.refuses: dict[Valeur, int] = defaultdict(int)
        autres = len(self.racines) - 1
        self.tolerance = 1 - Fraction(1, 2 * autres) if autres else Fraction(1, 2)
        for compte in self.comptes.values():
            if not int(compte.ligne["etalement"] or 0):
                self.reporter(compte, Fraction(int(compte.ligne["report"] or 0)))

    def jouer(self, flux: str) -> list[list[str]]:
        return [self.placer(une) for une in lignes(flux) if self.du_flux(une)]

    def du_flux(self, une: Ligne) -> bool:
        """A first letting that nobody counts in the flux is no dwelling of it."""
        jour = iso(une["date"])
        comptent = any(
            c.neuf and c.couvre("assiette", une) and c.taux_au(jour) is not None
            for c in self.comptes.values()
            if not c.ligne["parent"]
        )
        return not une["soustrait"] and (comptent or une["neuf"] != "oui")

    def placer(self, une: Ligne) -> list[str]:
        une = {**une, "date": iso(une["date"])}
        refusants: list[str] = []
        reprise = False
        self.ouvrir(une, refusants)
        while True:
            choix, motif = self.choisir(une, refusants, reprise=reprise)
            avant = (quatre(choix.du), str(choix.servi), quatre(choix.retard))
            if not reprise:
                self.servir(choix, une)
            if not self.refuse(choix, une):
                return [une["id"], choix.nom, motif, *avant, ",".join(refusants)]
            refusants.append(choix.nom)
            reprise = choix.mode == "bailleur_un_tour"
            self.refuser(choix, une, refusants)

    # --- step 1 -----------------------------------------------------------------------------

    def ouvrir(self, une: Ligne, refusants: list[str]) -> None:
        self.droits += 1
        reste = Fraction(1)
        for compte in self.comptes.values():
            if compte.couvre("assiette", une):
                accru = compte.taux_au(une["date"]) or Fraction(0)
                compte.base += 1
                compte.du += accru
                reste -= 0 if compte.ligne["parent"] else accru
        self.bailleur.du += reste
        for compte in self.comptes.values():
            self.reporter(compte, self.echeance(compte))
        self.compter(une, refusants)

    def compter(self, une: Ligne, refusants: list[str]) -> None:
        """Step 1: "update E, F"."""
        for valeur in valeurs(une):
            self.flux[valeur] += 1
        for compte in self.comptes.values():
            if compte.couvre("territoire", une):
                compte.chances += 1
                if compte.taux_au(une["date"]) is not None and compte.nom not in refusants:
                    compte.eligibles += 1
                    for valeur in valeurs(une):
                        compte.eligibles_par[valeur] += 1

    def echeance(self, compte: Compte) -> Fraction:
        """Step 1: ⌊c·k/N⌋ - ⌊c·(k-1)/N⌋, in 1/10 000."""
        n, k = int(compte.ligne["etalement"] or 0), self.droits
        if k > n:
            return Fraction(0)
        c = int(compte.ligne["report"] or 0) / MIETTE
        return (floor(c * k / n) - floor(c * (k - 1) / n)) * MIETTE

    def reporter(self, compte: Compte, montant: Fraction) -> None:
        compte.du += montant
        if not compte.ligne["parent"]:
            self.bailleur.du -= montant

    # --- steps 2 to 7 -----------------------------------------------------------------------

    def eligible(self, compte: Compte, une: Ligne, refusants: list[str]) -> bool:
        if compte is self.bailleur:
            return True
        if compte.enfants and not any(
            self.eligible(self.comptes[nom], une, refusants) for nom in compte.enfants
        ):
            return False
        return (
            compte.couvre("territoire", une)
            and compte.taux_au(une["date"]) is not None
            and compte.nom not in refusants
        )

    def choisir(self, une: Ligne, refusants: list[str], *, reprise: bool) -> tuple[Compte, str]:
        if reprise:  # §3.5: the landlord takes it "pour un tour"
            return self.bailleur, "reprise"
        e = [c for c in self.racines if self.eligible(c, une, refusants)]
        le_plus = max(c.retard for c in e)
        admissibles = [c for c in e if c.retard > 1 - self.tolerance]
        if le_plus >= self.tolerance:
            candidats, motif = [c for c in e if c.retard == le_plus], "hors_tolerance"
        elif not admissibles:
            candidats, motif = [c for c in e if c.retard == le_plus], "aucun_retard"
        else:
            candidats, motif = self.presses(admissibles, une)
        premier = min(
            candidats,
            key=lambda c: (-self.score(c, une), -c.retard, c.dernier, self.ordre.index(c)),
        )
        if not motif:
            motif = "plus_en_retard" if premier.retard == le_plus else "mixite"
        return self.descendre(premier, une, refusants), motif

    def presses(self, admissibles: list[Compte], une: Ligne) -> tuple[list[Compte], str]:
        """Step 4, then 5: the urgent, unless none of them is admissible."""
        for h in range(HORIZON + 1):
            besoins = {c.nom: self.besoin(c, une, h) for c in self.racines}
            if sum(besoins.values()) >= h + 1:
                urgents = [c for c in admissibles if besoins[c.nom]]
                # An urgency that concerns everybody narrows nothing: no word of it.
                if urgents and len(urgents) < len(admissibles):
                    return urgents, "urgence"
                break
        return admissibles, ""

    def besoin(self, compte: Compte, une: Ligne, h: int) -> int:
        if compte is not self.bailleur and compte.taux_au(une["date"]) is None:
            return 0  # it cannot be served within the horizon
        du = compte.du + self.attente(compte, une) + self.rythme(compte, une) * h
        return max(0, floor(du - self.tolerance) + 1 - compte.servi)

    def rythme(self, compte: Compte, une: Ligne) -> Fraction:
        """Step 4, r_i: what a dwelling of the flow brings, by the share of the base in it."""
        if compte is self.bailleur:
            autres = (self.rythme(c, une) for c in self.racines if c is not self.bailleur)
            return 1 - sum(autres, Fraction(0))
        return (compte.taux_au(une["date"]) or 0) * Fraction(compte.base, self.droits)

    def attente(self, compte: Compte, une: Ligne) -> Fraction:
        """§2, g_i = p_i(1 - f_i)/f_i, f_i the share of the territory in the base."""
        if compte is self.bailleur or not compte.chances:
            return Fraction(0)
        f = Fraction(compte.chances, max(compte.base, compte.chances))
        return (compte.taux_au(une["date"]) or 0) * (1 - f) / f

    def score(self, compte: Compte, une: Ligne) -> Fraction:
        total = compte.retard
        for valeur in valeurs(une):
            ecart = self.du_mixte(compte, valeur) - compte.proposes[valeur]
            total += max(Fraction(-KAPPA), min(Fraction(KAPPA), ecart))
        return total

    def du_mixte(self, compte: Compte, valeur: Valeur) -> Fraction:
        if compte is self.bailleur:
            autres = (self.du_mixte(c, valeur) for c in self.racines if c is not self.bailleur)
            return self.propose(valeur) - sum(autres, Fraction(0))
        return (compte.du + compte.refus) * self.part(compte, valeur)

    def propose(self, valeur: Valeur) -> Fraction:
        """F_v, and the refusals that stay in the mix: P3 asks each axis to sum to L."""
        return Fraction(self.flux[valeur] + self.refuses[valeur])

    def part(self, compte: Compte, valeur: Valeur) -> Fraction:
        """E_iv/E_i, or the target; what the targets of an axis leave goes to the rest (P3)."""
        if valeur in compte.cibles:
            return compte.cibles[valeur]
        if not compte.eligibles:  # no opportunity yet: the mix of the whole flow
            return Fraction(self.flux[valeur], self.droits)
        vises = [v for v in compte.cibles if v[0] == valeur[0]]
        if not vises:
            return Fraction(compte.eligibles_par[valeur], compte.eligibles)
        reste = max(Fraction(0), 1 - sum((compte.cibles[v] for v in vises), Fraction(0)))
        libres = compte.eligibles - sum(compte.eligibles_par[v] for v in vises)
        return reste * compte.eligibles_par[valeur] / libres if libres else Fraction(0)

    def descendre(self, compte: Compte, une: Ligne, refusants: list[str]) -> Compte:
        while compte.enfants:
            enfants = [self.comptes[nom] for nom in compte.enfants]
            enfants = [c for c in enfants if self.eligible(c, une, refusants)]
            compte = min(enfants, key=lambda c: (-c.retard, c.dernier, self.ordre.index(c)))
        return compte

    # --- step 8 -----------------------------------------------------------------------------

    def lignee(self, compte: Compte) -> list[Compte]:
        parent = compte.ligne["parent"]
        return [compte, *(self.lignee(self.comptes[parent]) if parent else [])]

    def refuse(self, choix: Compte, une: Ligne) -> bool:
        noms = une["refus"].split(",")
        return choix is not self.bailleur and any(c.nom in noms for c in self.lignee(choix))

    def servir(self, choix: Compte, une: Ligne) -> None:
        self.offres += 1
        for compte in self.lignee(choix):
            compte.servi += 1
            compte.dernier = self.offres
            for valeur in valeurs(une):
                compte.proposes[valeur] += 1

    def refuser(self, choix: Compte, une: Ligne, refusants: list[str]) -> None:
        if choix.mode == "compte":  # R1: consumed; the next offer opens a new right
            self.ouvrir(une, refusants)
        if choix.mode not in {"non_compte", "non_compte_mixite"}:
            return
        en_mixite = choix.mode == "non_compte_mixite"
        for compte in self.lignee(choix):
            compte.servi -= 1
            compte.refus += en_mixite
            for valeur in valeurs(une):
                compte.proposes[valeur] -= not en_mixite
        for valeur in valeurs(une):
            self.refuses[valeur] += en_mixite


def valeurs(une: Ligne) -> list[Valeur]:
    return [(axe, une[axe]) for axe in AXES]
