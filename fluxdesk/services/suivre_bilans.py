"""Follow a bilan to its recipient: approved and frozen, sent, corrected by a rectificatif."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import Bilan
from fluxdesk.domain.bilan_ecarts import ecarts
from fluxdesk.domain.bilan_emis import BilanEmis, EtatBilan, nom_de_version
from fluxdesk.domain.document import Document
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.periode import Periode
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from fluxdesk.services.depots import UnitOfWork

APPROUVER, ENVOYER = "bilan.approuver", "bilan.envoyer"
RETIRER, ANNULER_ENVOI = "bilan.retirer", "bilan.annuler_envoi"


class BilanDejaApprouveError(FluxDeskError):
    """An approved bilan is frozen until it is sent or its approval taken back."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"Le bilan de « {nom} » est déjà approuvé et ses fichiers sont gelés. Retirez "
            "l’approbation pour le refaire, ou marquez-le envoyé."
        )


class BilanInchangeError(FluxDeskError):
    """A rectificatif that would say the same."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"Le bilan envoyé à « {nom} » dit toujours la même chose : il n’y a rien à rectifier."
        )


class EtatBilanError(FluxDeskError):
    """The act asked for does not fit where the bilan stands."""

    def __init__(self, emis: BilanEmis, demande: str) -> None:
        super().__init__(
            f"Le bilan de « {emis.nom} » est « {emis.etat.value} » : {demande} n’est pas possible."
        )


class EnvoiAvantError(FluxDeskError):
    """A bilan cannot leave before it was approved."""

    def __init__(self, emis: BilanEmis) -> None:
        super().__init__(
            f"Le bilan de « {emis.nom} » a été approuvé le {emis.approuve:%d/%m/%Y} : la date "
            "d’envoi ne peut pas être antérieure."
        )


class FichierAltereError(FluxDeskError):
    """A kept file whose fingerprint is not its own any more."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"Le fichier gelé « {nom} » n’est plus celui qui a été approuvé : la base a été "
            "modifiée hors de FluxDesk. Reprenez une sauvegarde."
        )


class MotifAbsentError(FluxDeskError):
    """A contrary act without its reason."""

    def __init__(self) -> None:
        super().__init__("Indiquez le motif : il reste au journal avec l’annulation.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gel:
    """What is frozen: the figures and the exact files, by name, in the order they are listed."""

    bilan: Bilan
    fichiers: Mapping[str, bytes]


def derniers(periode: Periode, *, uow: UnitOfWork) -> dict[str, BilanEmis]:
    """The last version of each bilan of the period, by recipient key, in an open transaction."""
    return {
        emis.destinataire: emis
        for emis in sorted(uow.bilans.toutes(), key=lambda e: e.version)
        if (emis.debut, emis.fin) == (periode.debut, periode.fin)
    }


def dernier(periode: Periode, cle: str, *, uow: UnitOfWork) -> BilanEmis | None:
    """The last version for one recipient, inside an open transaction; None before the first."""
    return derniers(periode, uow=uow).get(cle)


def fichiers_geles(emis: BilanEmis, *, uow: UnitOfWork) -> tuple[tuple[str, bytes], ...]:
    """The exact files of a version, by name, inside an open transaction.

    Raises:
        FichierAltereError: a kept file is not the one that was frozen.
    """
    found = []
    for ident in emis.documents:
        document, content = uow.documents.lire(ident), uow.documents.contenu(ident)
        if sha256(content).hexdigest() != document.empreinte:
            raise FichierAltereError(document.nom)
        found.append((document.nom, content))
    return tuple(found)


def differences(emis: BilanEmis, bilan: Bilan) -> tuple[str, ...]:
    """What the figures of today change in those of a version, cell by cell, in words."""
    return ecarts(lire_fiche(emis.chiffres, Bilan), bilan)


def version_suivante(avant: BilanEmis | None, bilan: Bilan) -> BilanEmis:
    """The version that approving would record, its differences with the one sent included.

    Raises:
        BilanDejaApprouveError: approved and not sent yet.
        BilanInchangeError: sent, and nothing changed since.
    """
    made = BilanEmis(
        annee=bilan.annee,
        destinataire=bilan.cle,
        nom=bilan.destinataire,
        debut=bilan.periode.debut,
        fin=bilan.periode.fin,
        etat=EtatBilan.PRET,
    )
    if avant is None:
        return made
    if avant.etat is not EtatBilan.ENVOYE:
        raise BilanDejaApprouveError(avant.nom)
    changed = differences(avant, bilan)
    if not changed:
        raise BilanInchangeError(avant.nom)
    return replace(made, version=avant.version + 1, differences=changed)


def geler(emis: BilanEmis, gel: Gel, *, jour: date, uow: UnitOfWork) -> BilanEmis:
    """Record an approved version with its figures and files, inside an open transaction.

    The detail by dwelling stays in the frozen workbook: the figures alone are compared.
    """
    figures = ecrire_fiche(replace(gel.bilan, detail=(), liberes=()))
    made = replace(emis, approuve=jour, chiffres=figures)
    ident = uow.bilans.enregistrer(made)
    kept = tuple(
        uow.documents.deposer(Document(objet=f"bilan:{ident}", genre="bilan", nom=nom), content)
        for nom, content in gel.fichiers.items()
    )
    made = replace(made, id=ident, documents=kept)
    uow.bilans.enregistrer(made)
    changes = ""
    if made.version > 1:
        changes = f", rectificatif {made.version - 1} : {accorde(len(made.differences), 'écart')}"
    uow.journal.ecrire(
        APPROUVER,
        f"bilan:{ident}",
        f"Bilan {nom_de_periode(made)} de {made.nom} approuvé et gelé{changes}",
        apres={
            "documents": [
                {"nom": d.nom, "empreinte": d.empreinte, "taille": d.taille}
                for d in (uow.documents.lire(one) for one in kept)
            ],
            "differences": list(made.differences),
        },
    )
    return made


def marquer_envoye(emis_id: int, *, jour: date, uow: UnitOfWork) -> BilanEmis:
    """Note that an approved bilan left; from then on only a rectificatif follows it.

    Raises:
        IntrouvableError: no such version.
        EtatBilanError: it was sent already, or the day is before its approval.
    """
    with uow:
        emis = uow.bilans.lire(emis_id)
        if emis.etat is not EtatBilan.PRET:
            raise EtatBilanError(emis, "l’envoyer")
        if emis.approuve is not None and jour < emis.approuve:
            raise EnvoiAvantError(emis)
        sent = replace(emis, etat=EtatBilan.ENVOYE, envoye=jour)
        uow.bilans.enregistrer(sent)
        uow.journal.ecrire(
            ENVOYER,
            f"bilan:{emis_id}",
            f"Bilan {nom_de_periode(sent)} envoyé à {sent.nom} le {jour:%d/%m/%Y}",
        )
        uow.valider()
    return sent


def annuler_envoi(emis_id: int, *, motif: str, uow: UnitOfWork) -> BilanEmis:
    """Take back « sent », noted by mistake; the frozen files stay as they are.

    Raises:
        IntrouvableError: no such version.
        EtatBilanError: it is not sent, or a rectificatif already followed it.
        MotifAbsentError: no reason given.
    """
    with uow:
        emis = _avec_motif(emis_id, motif, uow=uow)
        last = dernier(periode_de(emis), emis.destinataire, uow=uow)
        if emis.etat is not EtatBilan.ENVOYE or last != emis:
            raise EtatBilanError(emis, "annuler son envoi")
        back = replace(emis, etat=EtatBilan.PRET, envoye=None)
        uow.bilans.enregistrer(back)
        uow.journal.ecrire(
            ANNULER_ENVOI,
            f"bilan:{emis_id}",
            f"Envoi du bilan {nom_de_periode(emis)} à {emis.nom} annulé",
            motif=motif.strip(),
        )
        uow.valider()
    return back


def retirer_approbation(emis_id: int, *, motif: str, uow: UnitOfWork) -> None:
    """Give up an approved version that was not sent, and its files; it is to be checked again.

    Raises:
        IntrouvableError: no such version.
        EtatBilanError: it was sent: what was sent stays.
        MotifAbsentError: no reason given.
    """
    with uow:
        emis = _avec_motif(emis_id, motif, uow=uow)
        if emis.etat is not EtatBilan.PRET:
            raise EtatBilanError(emis, "retirer son approbation")
        for document in emis.documents:
            uow.documents.retirer(document)
        uow.bilans.retirer(emis_id)
        uow.journal.ecrire(
            RETIRER,
            f"bilan:{emis_id}",
            f"Approbation du bilan {nom_de_periode(emis)} de {emis.nom} retirée",
            motif=motif.strip(),
        )
        uow.valider()


def _avec_motif(emis_id: int, motif: str, *, uow: UnitOfWork) -> BilanEmis:
    if not motif.strip():
        raise MotifAbsentError
    return uow.bilans.lire(emis_id)


def periode_de(emis: BilanEmis) -> Periode:
    """The period it tells of."""
    return Periode(debut=emis.debut, fin=emis.fin)


def nom_de_periode(emis: BilanEmis) -> str:
    """``2026``, or ``2026, rectificatif 1``."""
    return nom_de_version(periode_de(emis), emis.version)
