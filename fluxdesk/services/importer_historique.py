"""Import the vacancies and attributions of past years, or say what that would change.

The ledger is a sequence in time: a file comes in whole behind everything that the ledger tells, or
not at all. What it brings is written by the pen of live acts (``ecrire_historique``), so that the
first bilan and the first suggestions start from what really happened.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_chiffres, en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.histoire import actes, chevauchements
from fluxdesk.domain.ligne_historique import lire_ligne
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.rapport import RapportImport
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.colonnes import exiger_colonnes
from fluxdesk.services.ecrire_historique import Reprise, ecrire
from fluxdesk.services.lire_lignes import lire_lignes, refuser_seules
from fluxdesk.services.passe_connu import Passe
from fluxdesk.services.ports import sans_progres
from fluxdesk.services.qualifier_vacance import CategorieError, verifier_categorie
from fluxdesk.services.tenir_registre import dernier_jour

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.cellules import Cellules
    from fluxdesk.domain.histoire import Vie
    from fluxdesk.domain.ligne_historique import LigneHistorique
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ecrire_historique import Ecrits
    from fluxdesk.services.ports import FichierLu, Horloge, Progress, Territoires

COLONNES: tuple[str, ...] = (
    "logement",
    "date_conge",
    "date_disponibilite",
    "cause",
    "qualification",
    "categorie",
    "reservataire",
    "sous_contingent",
    "date_offre",
    "issue",
    "date_reponse",
    "date_attribution",
    "date_bail",
    "motif",
)
ACTION = "import.historique"


class RegistreEntameError(FluxDeskError):
    """The ledger already tells of a later day: nothing can be written before it."""

    def __init__(self, premier: date, dernier: date) -> None:
        super().__init__(
            f"Ce fichier commence le {en_lettres(premier)}, et le registre du flux va déjà "
            f"jusqu’au {en_lettres(dernier)} : il s’écrit dans l’ordre du temps. Rien n’est "
            "repris. Importez les années de la plus ancienne à la plus récente, avant la première "
            "orientation ; si le registre a commencé trop tôt, annulez depuis le Journal ce qui y "
            "est postérieur, ou reprenez l’historique dans une base neuve."
        )


@dataclass(frozen=True, slots=True)
class _Lue:
    """A line that was understood, with its dwelling and the party it charges."""

    cellules: Cellules
    ligne: LigneHistorique
    logement: Logement
    cle: str

    @property
    def rang(self) -> tuple[date, int]:
        """Lines are taken in the order of their offers."""
        offre = self.ligne.offre
        return (offre.jour if offre else self.ligne.date_conge, self.ligne.numero)


@dataclass(slots=True)
class _Tri:
    """What the lines do: the lives they tell, by dwelling and congé, and the refused ones."""

    passe: Passe
    vies: dict[tuple[int, date], Vie] = field(default_factory=dict)
    lues: list[_Lue] = field(default_factory=list)
    inchangees: int = 0
    refus: list[RefusLigne] = field(default_factory=list)
    cellules: dict[int, Cellules] = field(default_factory=dict)


def importer_historique(
    lu: FichierLu,
    *,
    essai: bool,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    progress: Progress = sans_progres,
) -> RapportImport:
    """Open the vacancies of the file and make their offers, in one transaction.

    Several lines of one dwelling and congé are successive offers. Rates are those of the base on
    the day of each offer. A line that does not fit is refused alone, a réservataire that had no
    right on a dwelling is told. ``essai`` writes nothing; the rest can be undone while nothing
    followed.

    Raises:
        FichierIllisibleError: the file lacks a column.
        AnnuleError: the officer stopped; the base is as it was.
        RegistreEntameError: the ledger already tells of a later day than the first of the file.
    """
    exiger_colonnes(lu, ("logement", "date_conge"))
    today = horloge.aujourd_hui()
    with uow:
        tri = _trier(lu, Passe(uow, territoires), today, progress)
        _dater_les_reponses(tri, today)
        lives = sorted((v for v in tri.vies.values() if v.lignes), key=lambda v: min(v.lignes))
        told = actes(lives)
        last = dernier_jour(uow=uow)
        if told and last is not None and told[0].jour < last:
            raise RegistreEntameError(told[0].jour, last)
        rapport = _rapport(lu, tri, essai=essai)
        if lives and not essai:
            lot = uow.lots.ouvrir(lu.nom, lu.format, lu.encodage, progress)
            rapport = replace(rapport, lot=lot)
            whole = Reprise(fichier=lu.nom, jour=today, vies=lives, actes=told)
            written = ecrire(whole, passe=tri.passe, uow=uow, progress=progress)
            uow.lots.clore(rapport)
            _journaliser(rapport, written, uow)
            uow.valider()
    return rapport


def _trier(lu: FichierLu, passe: Passe, jour: date, progress: Progress) -> _Tri:
    tri = _Tri(passe)

    def lire(cellules: Cellules) -> None:
        tri.cellules[cellules.numero] = cellules  # later steps doubt them too
        tri.lues.append(_lire(cellules, passe, jour))

    tri.refus, _ = lire_lignes(lu, lire, progress)
    in_order = sorted(tri.lues, key=lambda lue: lue.rang)
    refuser_seules(in_order, lambda lue: _classer(lue, tri), tri.refus)
    _separer(tri)
    tri.refus.sort(key=lambda refus: refus.ligne)
    return tri


def _lire(cellules: Cellules, passe: Passe, jour: date) -> _Lue:
    logement = passe.reperes.exiger(cellules)
    ligne = lire_ligne(cellules, jour)
    wanted = Qualification.FLUX if ligne.offre else Qualification.A_QUALIFIER
    qualification = ligne.qualification or wanted
    if ligne.offre and qualification is not Qualification.FLUX:
        cellules.refuser(
            "qualification", "contredit l’offre : seul un logement du flux est offert."
        )
    try:
        verifier_categorie(qualification, ligne.categorie)
    except CategorieError as error:
        cellules.refuser_pour("categorie", error)
    return _Lue(cellules, ligne, logement, passe.destinataire(ligne, cellules))


def _classer(lue: _Lue, tri: _Tri) -> None:
    key = (lue.logement.id, lue.ligne.date_conge)
    life = tri.vies.get(key) or tri.passe.vie(*key) or tri.passe.reprise(_nouvelle(lue))
    if tri.passe.deja_dit(life, lue.ligne, lue.cle, lue.cellules):
        tri.vies[key] = life
        tri.inchangees += 1
        return
    life.accueillir(lue.ligne, lue.cle, lue.cellules)
    if lue.ligne.offre is not None:
        tri.passe.verifier_droit(lue.cle, lue.logement, lue.ligne.offre.jour, lue.cellules)
    tri.vies[key] = life


def _nouvelle(lue: _Lue) -> Vacance:
    read = lue.ligne
    return Vacance(
        logement_id=lue.logement.id,
        date_conge=read.date_conge,
        cause=read.cause or CauseLiberation.CONGE,
        disponibilite=read.disponibilite,
        qualification=read.qualification or Qualification.A_QUALIFIER,
        categorie_soustrait=read.categorie,
    )


def _separer(tri: _Tri) -> None:
    """Refuse the vacancies that begin before another of their dwelling is over."""
    for logement in {key[0] for key, life in tri.vies.items() if life.lignes}:
        while (faulty := _premier_chevauchement(tri, logement)) is not None:
            life, phrase = faulty
            _retirer(life, phrase, tri)


def _retirer(vie: Vie, phrase: str, tri: _Tri) -> None:
    """Refuse every line that the file has of this life."""
    lines = [tri.cellules[number] for number in vie.lignes]
    refuser_seules(lines, lambda line: line.refuser("date_conge", phrase), tri.refus)
    vie.passages = [p for p in vie.passages if not p.ligne]
    vie.lignes = []


def _premier_chevauchement(tri: _Tri, logement: int) -> tuple[Vie, str] | None:
    mine = {key[1]: life for key, life in tri.vies.items() if key[0] == logement and life.lignes}
    known = {life.vacance.date_conge: life for life in tri.passe.vies_du_logement(logement)}
    for former, later in chevauchements((known | mine).values()):
        if later.lignes:
            day = en_chiffres(former.vacance.date_conge)
            return later, f"tombe pendant la vacance du congé du {day}, sans bail signé avant."
        if former.lignes:
            day = en_chiffres(later.vacance.date_conge)
            return former, f"ouvre une vacance qui n’est pas finie au congé du {day}, déjà connu."
    left = [life for life in mine.values() if life.ouverte]
    if left and tri.passe.reperes.par_id[logement].etat is EtatLogement.SORTI:
        return left[0], "laisse vacant un logement qui est sorti du patrimoine."
    return None


def _dater_les_reponses(tri: _Tri, jour: date) -> None:
    """Give a day to the answers that have none, and say so."""
    for life in tri.vies.values():
        for passage in life.passages:
            cellules = tri.cellules.get(passage.ligne)
            if cellules is None or not passage.rendue:
                continue
            if passage.lue.reponse is None:
                deadline = tri.passe.echeance(passage.cle, passage.lue.jour)
                passage.repondre(min(deadline.jour, jour) if deadline else jour)
            if not cellules.texte("date_reponse"):
                day = en_chiffres(passage.lue.reponse)
                cellules.douter(
                    "date_reponse",
                    f"Le jour où le logement a été rendu manque : il est pris au {day}.",
                )


def _rapport(lu: FichierLu, tri: _Tri, *, essai: bool) -> RapportImport:
    refused = len(tri.refus)
    return RapportImport(
        fichier=lu.nom,
        format=lu.format,
        encodage=lu.encodage,
        essai=essai,
        lues=len(lu.lignes),
        creees=len(lu.lignes) - refused - tri.inchangees,
        modifiees=0,
        inchangees=tri.inchangees,
        refusees=refused,
        refus=tuple(tri.refus),
        avertissements=tuple(w for c in tri.cellules.values() for w in c.avertissements),
    )


def _journaliser(rapport: RapportImport, ecrits: Ecrits, uow: UnitOfWork) -> None:
    vacancies = accorde(len(ecrits.vacances), "vacance reprise", "vacances reprises")
    offers = accorde(len(ecrits.offres), "offre")
    uow.journal.ecrire(
        ACTION,
        f"lot:{rapport.lot}",
        typographier(
            f"Import de « {rapport.fichier} » : {vacancies}, {offers}, "
            f"{accorde(rapport.refusees, 'ligne refusée', 'lignes refusées')}"
        ),
        avant={"vacances": list(ecrits.avant)},
        apres={"vacances": list(ecrits.vacances), "offres": list(ecrits.offres)},
    )
