"""What changed from one état des lieux to another."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo import DroitPhoto

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.conversion import Rotation, StockDe
    from fluxdesk.domain.photo import EtatDesLieux

_IDENTITE = ("cle", "reservataire", "sous_contingent")
_SUIVIS = tuple(field.name for field in fields(DroitPhoto) if field.name not in _IDENTITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecart:
    """One figure or one right that is not the same; empty where it stands on one side only."""

    quoi: str
    avant: str
    apres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparaison:
    """Figures that changed, then rights gained, lost and changed."""

    chiffres: tuple[Ecart, ...]
    droits: tuple[Ecart, ...]

    @property
    def identiques(self) -> bool:
        """Whether nothing changed."""
        return not self.chiffres and not self.droits


def comparer(avant: EtatDesLieux, apres: EtatDesLieux) -> Comparaison:
    """The differences, told from the first to the second."""
    return Comparaison(
        chiffres=tuple(e for e in _chiffres(avant, apres) if e.avant != e.apres),
        droits=tuple(_droits(avant, apres)),
    )


def ecrire_rotation(rotation: Rotation) -> str:
    """``7,50 %``, or « inconnue »."""
    rate = rotation.taux
    return "inconnue" if rate is None else f"{nombre(rate * 100)}\u00a0%"


def _chiffres(avant: EtatDesLieux, apres: EtatDesLieux) -> Iterator[Ecart]:
    yield Ecart(quoi="Logements du parc", avant=str(avant.parc), apres=str(apres.parc))
    yield Ecart(
        quoi="Logements dans l’assiette", avant=str(avant.assiette), apres=str(apres.assiette)
    )
    yield Ecart(
        quoi="Rotation du parc",
        avant=ecrire_rotation(avant.rotation),
        apres=ecrire_rotation(apres.rotation),
    )
    yield Ecart(
        quoi="Soustraits par an",
        avant=str(avant.soustraits_par_an),
        apres=str(apres.soustraits_par_an),
    )
    before = {line.cle: line for line in avant.stock}
    after = {line.cle: line for line in apres.stock}
    for key, line in (before | after).items():
        yield Ecart(quoi=nom_de(line), avant=_dit(before.get(key)), apres=_dit(after.get(key)))


def nom_de(ligne: StockDe) -> str:
    """The name of a line: the réservataire, and its sous-contingent in brackets."""
    part = ligne.nom_part or ligne.sous_contingent
    return f"{ligne.nom} ({part})" if part else ligne.nom


def _dit(ligne: StockDe | None) -> str:
    if ligne is None:
        return ""
    share = Fraction(100 * ligne.suite, ligne.assiette) if ligne.assiette else Fraction(0)
    once = f", {ligne.uniques} uniques" if ligne.uniques else ""
    return f"{ligne.suite} droits de suite{once} ({nombre(share)}\u00a0%)"


def _droits(avant: EtatDesLieux, apres: EtatDesLieux) -> Iterator[Ecart]:
    before, after = _par_identite(avant), _par_identite(apres)
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        changed = _changes(old, new)
        if changed is not None:
            shown = new or old
            yield Ecart(
                quoi=f"{shown.adresse or shown.cle} – {shown.reservataire}" if shown else "",
                avant=changed[0],
                apres=changed[1],
            )


def _changes(old: DroitPhoto | None, new: DroitPhoto | None) -> tuple[str, str] | None:
    if old is None or new is None:
        return (old.nature if old else ""), (new.nature if new else "")
    names = [name for name in _SUIVIS if getattr(old, name) != getattr(new, name)]
    if not names:
        return None
    return _valeurs(old, names), _valeurs(new, names)


def _valeurs(droit: DroitPhoto, noms: list[str]) -> str:
    told = (en_chiffres(droit.fin) if n == "fin" else str(getattr(droit, n) or "") for n in noms)
    return ", ".join(text or "–" for text in told)


def _par_identite(etat: EtatDesLieux) -> dict[tuple[str, ...], DroitPhoto]:
    return {tuple(str(getattr(d, name)) for name in _IDENTITE): d for d in etat.droits}
