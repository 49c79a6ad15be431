"""A base with something in every list: long names, avenants, rights in stock, a programme.

Made through the use cases on the demonstration base, so that pictures show filled states.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import Avenant, Convention, SousContingent
from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.programme_neuf import DroitNeuf, ProgrammeNeuf
from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.residence import Residence
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.demonstration_acteurs import ACTION_LOGEMENT, AJACCIO, ETAT
from fluxdesk.services.enregistrer_convention import enregistrer_convention
from fluxdesk.services.joindre_document import joindre_pdf, objet_convention
from fluxdesk.services.saisir_droits import SaisieDroits, saisir_droits
from fluxdesk.services.tenir_garanties import enregistrer_garantie
from fluxdesk.services.tenir_programmes import enregistrer_programme
from fluxdesk.services.tenir_residences import enregistrer_residence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from fluxdesk.domain.logement import Logement
    from fluxdesk.services.ports import Bureau

NOM_LONG = "Communauté d’agglomération du Grand Ensemble de la Vallée de l’Arve et du Faucigny"
NOM_DE_FICHIER = (
    "Convention de réservation en flux - Communauté d’agglomération du Grand Ensemble de la "
    "Vallée de l’Arve et du Faucigny - avenant n° 2 - signé des deux parties le 12 mai 2026.pdf"
)
NEUFS = 10
ANNEE = timedelta(days=365)


def remplir(bureau: Bureau, dossier: Path) -> None:
    """Fill the demonstration base; ``dossier`` holds the PDF that is joined."""
    with bureau.base.transaction() as uow:
        busy = {v.logement_id for v in uow.vacances.toutes()}
        homes = [home for home in uow.logements.tous() if home.id not in busy]
        who = {r.nom: r for r in uow.reservataires.tous()}
    there = [home for home in homes if home.commune == AJACCIO]
    long_one = _convention_longue(bureau, dossier)
    _droits(bureau, there)
    _garanties(bureau, there, long_one, who["Collectivité de Corse"].id)
    _programme(bureau, there[-NEUFS:], who)
    first = next(home for home in homes if home.programme)
    enregistrer_residence(
        Residence(
            nom=first.programme,
            commune=first.commune,
            fragile=True,
            attractivite=3,
            note="Trois entrées sur quatre sont dégradées ; l’ascenseur B est arrêté.",
            depuis=bureau.horloge.aujourd_hui(),
        ),
        uow=bureau.base.transaction(),
    )


def _convention_longue(bureau: Bureau, dossier: Path) -> int:
    """A réservataire with a very long name, three avenants and a signed PDF; its id."""
    first, second, third = _avenants(bureau.horloge.aujourd_hui())
    zone = Zone(communes=frozenset({AJACCIO}))
    convention = Convention(
        reservataire_id=0,
        reference="CAGEVAF-2024-017",
        signature=first.debut,
        avenants=(first,),
        assiette=zone,
        territoire=zone,
    )
    who = Reservataire(
        nom=NOM_LONG,
        categorie=Categorie.AUTRE,
        service="Direction de l’habitat, du logement et de la cohésion des territoires",
        contact="Madame Marie-Antoinette de La Rochefoucauld-Montbel",
        adresse=(
            "Hôtel de la communauté d’agglomération, bâtiment C, quatrième étage",
            "1 place de la Libération des Prisonniers de Guerre",
            "74130 Bonneville",
        ),
        courriel="habitat.logement@exemple.invalid",
    )
    ident = 0
    for avenants in ((first,), (first, second), (first, second, third)):
        ident = enregistrer_convention(
            SaisieConvention(
                reservataire=who,
                convention=replace(convention, id=ident, reservataire_id=who.id, avenants=avenants),
                motif="Révision annuelle du taux, comité de suivi",
            ),
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
            territoires=bureau.territoires,
        )
        with bureau.base.transaction() as uow:
            who = next(r for r in uow.reservataires.tous() if r.nom == NOM_LONG)
    pdf = dossier / NOM_DE_FICHIER
    pdf.write_bytes(b"%PDF-1.7\n%%EOF\n")
    joindre_pdf(pdf, objet_convention(ident), "avenant signé", uow=bureau.base.transaction())
    return who.id


def _avenants(today: date) -> tuple[Avenant, Avenant, Avenant]:
    part = SousContingent(code="AGENTS", nom="agents communautaires", dix_milliemes=100)
    first = Avenant(numero=0, dix_milliemes=300, debut=today - 2 * ANNEE, fin=today - ANNEE)
    second = Avenant(
        numero=1,
        dix_milliemes=450,
        debut=today - ANNEE + timedelta(days=1),
        fin=today - timedelta(days=61),
    )
    third = Avenant(
        numero=2,
        dix_milliemes=500,
        debut=today - timedelta(days=60),
        sous_contingents=(part, replace(part, code="AUTRES", nom="autres", dix_milliemes=400)),
    )
    return first, second, third


def _droits(bureau: Bureau, logements: Sequence[Logement]) -> None:
    keys = [home.id_rpls or home.cle for home in logements]
    for name, start, end, nature in (
        (ETAT, 0, 30, NatureDroit.DROIT_DE_SUITE),
        (ETAT, 30, 33, NatureDroit.SECURITE),
        (ACTION_LOGEMENT, 33, 50, NatureDroit.DROIT_DE_SUITE),
        (ACTION_LOGEMENT, 50, 56, NatureDroit.DESIGNATION_UNIQUE),
        (NOM_LONG, 56, 61, NatureDroit.DROIT_DE_SUITE),
    ):
        saisir_droits(
            SaisieDroits(reservataire=name, logements=tuple(keys[start:end]), nature=nature),
            uow=bureau.base.transaction(),
            horloge=bureau.horloge,
        )


def _garanties(bureau: Bureau, logements: Sequence[Logement], long_one: int, corse: int) -> None:
    today = bureau.horloge.aujourd_hui()
    names = list(dict.fromkeys(home.programme for home in logements if home.programme))
    first, second, third = [*names, "Résidence du Grand Pré", "Les Jardins", "Le Parc"][:3]
    base = Garantie(
        reservataire_id=long_one, programme=first, commune=AJACCIO, pret="CDC 1234567",
        quotite=10_000, logements=40, droits=8,
    )  # fmt: skip
    for one in (
        replace(base, derniere_echeance=today - 5 * ANNEE - timedelta(days=20)),
        replace(base, programme=second, rembourse=today - timedelta(days=30), droits=6),
        replace(
            base, reservataire_id=corse, programme=third, exercee_par=AJACCIO, droits=4,
            derniere_echeance=today + 4 * ANNEE,
        ),
    ):  # fmt: skip
        enregistrer_garantie(one, uow=bureau.base.transaction())


def _programme(bureau: Bureau, logements: Sequence[Logement], who: dict[str, Reservataire]) -> None:
    today = bureau.horloge.aujourd_hui()
    prioritaires = cle_partie(who[ETAT].id, "PRIO")
    employers = cle_partie(who[ACTION_LOGEMENT].id)
    rights = (
        DroitNeuf(partie=prioritaires, nombre=3),
        DroitNeuf(partie=employers, nombre=2, financement="PLUS"),
    )
    parties = [prioritaires, prioritaires, employers, ""]
    homes = [(home.id, parties[rank % 4]) for rank, home in enumerate(logements)]
    enregistrer_programme(
        ProgrammeNeuf(
            nom="Résidence « Les Terrasses du Belvédère », tranche 2",
            commune=AJACCIO,
            livraison_prevue=today + timedelta(days=90),
            agrement=today - 2 * ANNEE,
            agrement_numero="2024-2A-0017",
            concertation=today - timedelta(days=20),
            contact_etat="Paul Mattei, DDT, 04 95 00 00 00",
            contact_attribution="Anne Leca, DDETS, logement@exemple.invalid",
            droits=rights,
            logements=tuple(islice(homes, NEUFS)),
        ),
        uow=bureau.base.transaction(),
    )
