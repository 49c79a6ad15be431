"""The words of the letter: every value of the dwelling, its money, its calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.dates import JOURS, en_lettres
from fluxdesk.domain.logement import NON_RENSEIGNE, Financement, TypeConstruction
from fluxdesk.domain.mots_logement import etage_en_mots
from fluxdesk.domain.mots_logement import euros as en_euros
from fluxdesk.domain.offres import comptee_a_part
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.faits_offre import FaitsOffre, LettreProposition

_CONSTRUCTIONS = {
    TypeConstruction.COLLECTIF: "immeuble collectif",
    TypeConstruction.INDIVIDUEL: "maison individuelle",
    TypeConstruction.ETUDIANT: "logement étudiant",
}

Ligne = tuple[str, str]


def euros(centimes: int | None) -> str:
    """``1 234,56 €``; unknown stays unknown."""
    return NON_RENSEIGNE if centimes is None else en_euros(centimes)


def jour_en_lettres(jour: date | None) -> str:
    """``3 mars 2026``, or not known."""
    return en_lettres(jour) if jour else NON_RENSEIGNE


def jour_de_semaine(jour: date) -> str:
    """``vendredi 3 avril 2026``."""
    return f"{JOURS[jour.weekday()]} {en_lettres(jour)}"


def logement(lettre: FaitsOffre) -> tuple[Ligne, ...]:
    """The fiche of the dwelling; the facts that make candidates refuse are all there."""
    home = lettre.logement
    return (
        # Where the landlord's file gave no identifier, ours is what a reply can quote.
        ("Référence", home.id_interne or ("" if home.id_rpls else home.cle)),
        ("Identifiant RPLS", home.id_rpls),
        ("Résidence", home.programme),
        ("Commune", commune(lettre)),
        ("Construction", _construction(home)),
        ("Typologie", _typologie(home)),
        ("Surface habitable", f"{home.surface}\u00a0m²" if home.surface else ""),
        ("Étage", etage_en_mots(home.etage)),
        ("Ascenseur", _oui_non(home.ascenseur)),
        ("Financement", _financement(home)),
        ("Quartier (QPV)", f"{home.modalite_qpv} {home.qpv_code if home.qpv else ''}".strip()),
        ("DPE", f"{home.dpe} ({home.dpe_date})" if home.dpe and home.dpe_date else home.dpe),
        ("Annexes", ""),
        ("Chauffage", ""),
        ("Accessibilité PMR", ""),
        ("Conventionnement", _conventionnement(home)),
    )


def adresse_complete(home: Logement) -> str:
    """Street, access, town on one line; missing parts are left out."""
    town = home.adresse.ville().replace(" ", "\u00a0", 1)  # the postcode stays with its town
    parts = (home.adresse.ligne(), home.adresse.acces(), town)
    return ", ".join(part for part in parts if part) or NON_RENSEIGNE


def commune(lettre: FaitsOffre) -> str:
    """``Calvi (2B050)``, as far as either is known."""
    name = lettre.commune.nom if lettre.commune else lettre.logement.adresse.nom_commune
    code = lettre.logement.commune
    return f"{name} ({code})" if name and code else name or code


def argent(home: Logement) -> tuple[Ligne, ...]:
    """Rent, charges and what depends on them; nothing is computed from a missing part."""
    known = home.loyer is not None and home.charges is not None
    total = (home.loyer or 0) + (home.charges or 0) if known else None
    ceilings = (
        ""
        if home.financement in {Financement.NON_RENSEIGNE, Financement.AUTRE}
        else f"ceux du {home.financement.value}"
    )
    return (
        ("Loyer mensuel", euros(home.loyer)),
        ("Provision charges", euros(home.charges)),
        ("Loyer et charges", euros(total)),
        ("Loyers accessoires", ""),
        ("Dépôt de garantie", ""),
        ("Plafonds ressources", ceilings),
    )


def calendrier(lettre: LettreProposition) -> tuple[Ligne, ...]:
    """The days that are known; the cause of the departure is nobody's business."""
    return (
        ("Congé reçu le", jour_en_lettres(lettre.vacance.date_conge)),
        ("Disponible le", jour_en_lettres(lettre.vacance.disponibilite)),
        ("Travaux, visites", ""),
        ("Commission (CAL)", ""),
    )


def jour_de_l_offre(offre: Orientation) -> date:
    """The day of the letter that made the offer: it was sent then, or is yet to be."""
    return offre.suivi.envoi or offre.jour


def contingent(lettre: LettreProposition) -> str:
    """Whose account is charged: the sous-contingent where there is one."""
    return lettre.sous_contingent or lettre.reservataire.nom


def position(lettre: LettreProposition) -> str:
    """Where the account stands, this offer counted (pratique.md §3.1, item 6).

    Due, proposed and signed are all counted since the first day, so that they compare. Empty
    where the account is not charged: a dwelling counted apart from the flux.
    """
    if comptee_a_part(lettre.orientation):
        return ""
    rank = "1re" if lettre.rang_annee == 1 else f"{lettre.rang_annee}e"
    return typographier(
        f"Cette offre est la {rank} proposition de l’année {lettre.orientation.jour.year} sur le"
        f" contingent « {contingent(lettre)} ». Depuis l’ouverture de son compte, cette offre"
        f" comprise : dû\u00a0{lettre.du} ; proposés\u00a0{nombre_entier(lettre.proposes)} ;"
        f" signés\u00a0{nombre_entier(lettre.signes)}."
    )


def nombre_entier(valeur: int) -> str:
    """A count, with its thousands apart."""
    return f"{valeur:,}".replace(",", "\u00a0")


def nombre_candidats(lettre: LettreProposition) -> int:
    """Candidates expected by this offer, as recorded, else by the convention."""
    agreed = lettre.convention.candidats if lettre.convention else 0
    return lettre.orientation.candidats or agreed


def candidats_attendus(lettre: LettreProposition) -> str:
    """How many and how they are named; empty where the landlord proposes in their name."""
    if _delegue(lettre):
        return ""
    if lettre.convention is None:
        return "vos candidats, désignés par leur numéro unique d’enregistrement"
    count = nombre_candidats(lettre)
    named = "désigné par son" if count == 1 else "désignés par leur"
    return f"{accorde(count, 'candidat')}, {named} numéro unique d’enregistrement"


def gestion_deleguee(lettre: LettreProposition) -> str:
    """The paragraph that stands instead of the request; empty in direct management."""
    if not _delegue(lettre):
        return ""
    return (
        "La convention nous confie la proposition des candidats pour votre compte (gestion"
        " déléguée). Toute observation peut nous parvenir dans ce délai, au moyen du"
        " coupon-réponse joint."
    )


def offre_a_plusieurs(lettre: LettreProposition) -> str:
    """The sentence of an offer made to several; empty for one."""
    if lettre.orientation.mode is not ModeOffre.TOUS:
        return ""
    return typographier(
        "Il est proposé également à d’autres réservataires ; il sera imputé à celui dont le"
        " candidat signera le bail."
    )


def reference_convention(lettre: LettreProposition) -> str:
    """Reference and date of signature of the convention, as far as they are known."""
    convention = lettre.convention
    if convention is None:
        return "logement identifié, hors du flux (CCH, art.\u00a0R441-5)"
    signed = f"signée le {jour_en_lettres(convention.signature)}" if convention.signature else ""
    return ", ".join(part for part in (convention.reference, signed) if part) or NON_RENSEIGNE


def nom_du_logement(home: Logement) -> str:
    """``T3, Les Oliviers``: what an object line calls it."""
    name = home.programme or home.adresse.ligne() or home.id_interne or home.id_rpls
    return ", ".join(part for part in (typologie_connue(home), name) if part)


def resume(lettre: LettreProposition) -> str:
    """The dwelling in one line, on the reply slip."""
    home = lettre.logement
    surface = f"{home.surface}\u00a0m²" if home.surface else ""
    kind = typologie_connue(home)
    parts = (home.id_interne or home.id_rpls, home.programme, kind, surface)
    return ", ".join([*(part for part in parts if part), adresse_complete(home)])


def typologie_connue(home: Logement) -> str:
    """``T3``, or nothing."""
    return "" if home.typologie == NON_RENSEIGNE else home.typologie


def _delegue(lettre: LettreProposition) -> bool:
    held = lettre.convention
    return held is not None and held.mode_gestion is ModeGestion.DELEGUEE


def _construction(home: Logement) -> str:
    kind = _CONSTRUCTIONS[home.construction] if home.construction else ""
    year = str(home.annee_construction) if home.annee_construction else ""
    return ", ".join(part for part in (kind, year) if part)


def _typologie(home: Logement) -> str:
    rooms = f" ({accorde(home.pieces, 'pièce')})" if home.pieces else ""
    return f"{home.typologie}{rooms}"


def _oui_non(valeur: bool | None) -> str:  # noqa: FBT001 - a value of the field, not a switch
    return {None: "", True: "oui", False: "non"}[valeur]


def _financement(home: Logement) -> str:
    label = home.financement_libelle
    return f"{home.financement.value} ({label})" if label else home.financement.value


def _conventionnement(home: Logement) -> str:
    if home.conventionne and home.numero_convention:
        return f"oui, n°\u00a0{home.numero_convention}"
    return _oui_non(home.conventionne)
