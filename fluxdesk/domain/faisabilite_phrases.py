"""The four graded messages on a set of conventions, as sentences (moteur.md §2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN, Axe
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.territoire import nom_residence
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from fluxdesk.domain.faisabilite import Bilan, Charge, Manque
    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.flux_constate import FluxConstate
    from fluxdesk.domain.territoire import Commune

NOMMES = 6  # places a sentence names before it counts the others
AXES: dict[Axe, str] = {
    Axe.FINANCEMENT: "financement",
    Axe.QPV: "quartier prioritaire",
    Axe.TYPOLOGIE: "typologie",
    Axe.COMMUNE: "commune",
    Axe.EPCI: "EPCI",
    Axe.PERIODE: "période de construction",
}


class Grade(StrEnum):
    """How grave a message is, from the worst."""

    IMPOSSIBLE = "impossible"
    ALERTE = "alerte"
    TENDU = "tendu"
    OK = "possible"


@dataclass(frozen=True, slots=True)
class Message:
    """One finding; ``sujet`` is whom and what it is about, the same from one day to another."""

    grade: Grade
    phrase: str
    sujet: str = ""


class NomsDesLieux:
    """Names of the places of zones; the COG is read once there is something to name."""

    def __init__(self, communes: Callable[[], Iterable[Commune]]) -> None:
        self._communes = communes

    def citer(self, zones: Iterable[Zone]) -> tuple[str, int]:
        """The places of these zones in words, and how many they are."""
        every = tuple(zones)
        if any(zone.tout for zone in every):
            return "tout le patrimoine", 1
        codes = frozenset[str]().union(*(z.communes for z in every))
        epcis = frozenset[str]().union(*(z.epcis for z in every))
        departements = frozenset[str]().union(*(z.departements for z in every))
        named = {c.code: c.nom for c in self._communes() if c.code in codes}
        grouped = {c.epci: c.epci_nom or c.epci for c in self._communes() if c.epci in epcis}
        names = [
            *(f"département {code}" for code in sorted(departements)),
            *sorted(grouped.get(code, code) for code in epcis),
            *sorted(named.get(code, code) for code in codes),
            *sorted(f"quartier {c}" for z in every for c in z.quartiers),
            *sorted(f"résidence {nom_residence(c)}" for z in every for c in z.residences),
        ]
        others = len(names) - NOMMES
        more = f" et {others} autres" if others > 1 else ""
        shown = names[:NOMMES] if more else names
        return f"{', '.join(shown)}{more}", len(names)


@dataclass(frozen=True, slots=True)
class Redaction:
    """Writes the sentences of what was found on one flux."""

    flux: FluxConstate
    noms: NomsDesLieux

    def messages(self, bilan: Bilan) -> Iterator[Message]:
        """Sets that lack dwellings, rights near their limit, or the word that all is well."""
        for manque in bilan.manques:
            yield self._manque(manque)
        for charge in bilan.tendus:
            yield self._tendu(charge)
        if bilan.du and not bilan.manques:
            yield self._dire(
                Grade.OK,
                "",
                f"Tous les droits peuvent être servis : {self._logements(bilan.du)} pour "
                f"{self._nombre(bilan.capacite)} {self._liberations}.",
            )

    def _manque(self, manque: Manque) -> Message:
        """One sentence of the specification, then the largest fraction that all can receive."""
        who = ", ".join(d.nom for d in manque.droits)
        several = len(manque.droits) > 1
        unit = 1 if manque.modalite is None else UN
        du, offered = Fraction(manque.du, unit), Fraction(manque.capacite, unit)
        subject, about = _sujet(manque, several=several)
        words = (
            f"{subject} {self._logements(du)}, or {self._territoires(manque, several=several)}"
            f"{self._que(offered)} : il manque {self._logements(du - offered, seuls=True)}"
            f"{_exces(du, offered)}. {_part(manque, several=several)}"
        )
        return self._dire(Grade.IMPOSSIBLE, f"{who}{about}", words)

    def _territoires(self, manque: Manque, *, several: bool) -> str:
        places, count = self.noms.citer(d.territoire for d in manque.droits)
        target = manque.modalite is not None
        who = "elle" if target and not several else "elles" if target else "ils"
        can = f"{who} {'peuvent' if several or not target else 'peut'} être servi"
        can += f"{'e' if target else ''}{'s' if several or not target else ''}"
        if count > 1:
            return f"les territoires où {can} ({places}) n’en libèrent "
        return f"le territoire où {can} ({places}) n’en libère "

    def _que(self, offered: Fraction) -> str:
        return f"que {self._par_an(offered)}" if offered else "aucun"

    def _tendu(self, charge: Charge) -> Message:
        droit = charge.droit
        load = nombre(Fraction(droit.quantite * 100, charge.capacite), 0)
        then = (
            "presque toutes les libérations de ce territoire lui reviennent"
            if droit.propre
            else "retards longs à prévoir"
        )
        return self._dire(
            Grade.TENDU,
            droit.nom,
            f"{droit.nom} : droit {self._par_an(Fraction(droit.quantite))} pour "
            f"{self._nombre(charge.capacite)} {self._liberations} (charge {load} %) : {then}.",
        )

    def _dire(self, grade: Grade, sujet: str, phrase: str) -> Message:
        return Message(grade, typographier(f"{phrase} {self.flux.source}"), sujet)

    def _nombre(self, quantite: Fraction | int) -> str:
        times, over = self.flux.echelle
        return nombre(Fraction(quantite) * times / (over * UN), 1)

    def _logements(self, quantite: Fraction | int, *, seuls: bool = False) -> str:
        yearly = "logements/an" if self.flux.mois else "logements pour 100 libérés"
        unit = f"logements{'/an' if self.flux.mois else ''}" if seuls else yearly
        return f"{self._nombre(quantite)} {unit}"

    def _par_an(self, quantite: Fraction) -> str:
        return f"{self._nombre(quantite)}{'/an' if self.flux.mois else ''}"

    @property
    def _liberations(self) -> str:
        return "libérations/an" if self.flux.mois else "libérations"


def _sujet(manque: Manque, *, several: bool) -> tuple[str, str]:
    """« Les droits cumulés de X, Y représentent », and the words of the modality."""
    first, *others = (d.nom for d in manque.droits)
    who = ", ".join((de(first), *others))
    if manque.modalite is None:
        return f"Les droits {'cumulés ' if several else ''}{who} représentent", ""
    axe, value = manque.modalite
    about = f" ({AXES[axe]} : {value})"
    if several:
        return f"Les cibles cumulées {who}{about} représentent", about
    return f"La cible {who}{about} représente", about


def _exces(du: Fraction, offered: Fraction) -> str:
    return f" ({nombre((du - offered) / offered * 100, 1)} % de trop)" if offered else ""


def _part(manque: Manque, *, several: bool) -> str:
    share = f"{nombre(manque.theta * 100, 1)} %"
    if manque.modalite is not None:
        kept = f"ne sera tenue qu’à {share}" if manque.theta else "ne peut pas être tenue"
        return f"Une telle cible {kept}, sans rien coûter au nombre de logements dus."
    if not manque.theta:
        return "Tous ne peuvent pas être servis." if several else "Il ne peut pas être servi."
    if several:
        return f"Ensemble, ils ne peuvent recevoir que {share} de leurs droits."
    return f"Il ne peut recevoir que {share} de ses droits."
