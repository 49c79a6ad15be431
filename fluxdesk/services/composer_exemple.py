"""A letter filled with the examples of its placeholders: what a template will look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.champs_lettre import CHAMPS
from fluxdesk.domain.gabarit_lettre import comprendre, remplir_objet
from fluxdesk.domain.lettre import Encadre, Fiche, Lettre
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.services.composer_courrier import corps, lieu_et_date

if TYPE_CHECKING:
    from fluxdesk.domain.champs_lettre import Champ
    from fluxdesk.domain.lettre import Element
    from fluxdesk.domain.modele_lettre import ModeleLettre
    from fluxdesk.services.depots import UnitOfWork

_SANS_DESTINATAIRE = frozenset({GenreCourrier.POURQUOI})
_BOITE = "encadré de la date limite"
# Values that seldom stand, or never together: the usual letter is shown.
_CONTRAIRES = frozenset(
    {"gestion déléguée", "offre à plusieurs", "échéance passée", "décision défavorable"}
)


def composer_exemple(modele: ModeleLettre, *, uow: UnitOfWork) -> Lettre:
    """The letter of an example, under the landlord's own name; nothing is read beside.

    Raises:
        ModeleFautifError: the template cannot serve.
    """
    template = comprendre(modele)
    with uow:
        landlord = uow.bailleurs.lire()
    fields = CHAMPS[modele.genre]
    values = {f.nom: "" if f.nom in _CONTRAIRES else f.exemple for f in fields}
    values["bailleur"] = landlord.raison_sociale
    open_to_all = modele.genre in _SANS_DESTINATAIRE
    to = None if open_to_all else _destinataire(values["réservataire"])
    return Lettre(
        genre=modele.genre,
        bailleur=landlord,
        destinataire=to,
        references=() if open_to_all else ("Aperçu du modèle", "Les valeurs sont des exemples"),
        lieu_et_date=lieu_et_date(landlord, values["date de la lettre"]),
        objet=remplir_objet(template, values),
        corps=corps(template, values, {f.nom: _piece(f, fields) for f in fields if f.bloc}),
        titre=f"Aperçu : {modele.genre.value}",
        pied=f"Aperçu du modèle « {modele.genre.value} »",
    )


def _destinataire(nom: str) -> Reservataire:
    return Reservataire(nom=nom, categorie=Categorie.AUTRE, adresse=("Adresse du réservataire",))


def _piece(champ: Champ, champs: tuple[Champ, ...]) -> tuple[Element, ...]:
    """Any table stands for itself by the values that may be in it."""
    if champ.nom == _BOITE:
        values = {other.nom: other.exemple for other in champs}
        said = f"Réponse attendue au plus tard le {values['date limite']}"
        return (Encadre(said, f"Soit {values['calcul de la date limite']}."),)
    rows = tuple((f.nom[:1].upper() + f.nom[1:], f.exemple) for f in champs if not f.bloc)
    title = champ.nom[:1].upper() + champ.nom[1:]
    return (Fiche(title, rows[2:8], 2),)
