"""A convention in words, and what an avenant changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.convention import Avenant, Convention, ModeOffre, SousContingent
from fluxdesk.domain.convention_mots import RUBRIQUES, comparer, lignes
from fluxdesk.domain.flux.parties import Axe, Cible, ModeRefus, Zone
from fluxdesk.domain.territoire import ecrire_zone

CALVI = Zone(communes=frozenset({"2B050"}))
ORIGINE = Convention(
    reservataire_id=1,
    avenants=(Avenant(numero=0, dix_milliemes=2_000, debut=date(2024, 1, 1)),),
    assiette=Zone.partout(),
    territoire=Zone.partout(),
)


def valeur(convention: Convention, libelle: str) -> str:
    return next(x.valeur for x in lignes(convention, ecrire_zone) if x.libelle == libelle)


def test_every_heading_but_the_holder_says_something() -> None:
    said = [x.rubrique for x in lignes(ORIGINE, ecrire_zone)]
    assert list(dict.fromkeys(said)) == list(RUBRIQUES)


def test_what_is_not_said_is_empty_and_what_is_is_in_words() -> None:
    assert valeur(ORIGINE, "Rotation retenue") == ""
    assert valeur(ORIGINE, "Délai de signalement") == ""
    assert valeur(ORIGINE, "Reconduction tacite") == "non"
    parts = (
        SousContingent(code="a", nom="agents", dix_milliemes=500),
        SousContingent(code="c", nom="Calvi", dix_milliemes=1_500, territoire=CALVI),
    )
    full = replace(
        ORIGINE,
        avenants=(replace(ORIGINE.avenants[0], sous_contingents=parts, fin=date(2026, 12, 31)),),
        zone_tendue=True,
        plafond_report=1,
        garantie_emprunt=True,
        cibles=(Cible(Axe.FINANCEMENT, "PLAI", 4_000),),
        clauses=Clauses(
            rotation=825,
            signalement_jours=1,
            tacite_reconduction=True,
            denonciation_mois=3,
            zone_deleguee=CALVI,
        ),
    )
    assert valeur(full, "Rotation retenue") == "8,25\u00a0%, sur 3\u00a0ans"
    assert valeur(full, "Délai de signalement") == "1\u00a0jour"
    assert valeur(full, "Reconduction tacite") == "par 1\u00a0an"
    assert valeur(full, "Préavis") == "3 mois"
    assert valeur(full, "Gestion déléguée sur") == "commune:2B050"
    assert valeur(full, "Convention d’origine, Calvi") == "15\u00a0%, exercé sur commune:2B050"
    assert valeur(full, "Convention d’origine, agents") == "5\u00a0%"
    assert valeur(full, "Cibles") == "PLAI 40\u00a0%"
    assert valeur(full, "Plafond du report") == "1\u00a0logement"
    assert valeur(full, "Délai").endswith("un mois au plus (zone tendue)")
    assert valeur(full, "Garanties d’emprunt") == "oui"


def test_two_versions_stand_side_by_side_and_what_changed_is_known() -> None:
    first, second = (
        Avenant(numero=0, dix_milliemes=2_000, debut=date(2024, 1, 1), fin=date(2026, 5, 31)),
        Avenant(numero=1, dix_milliemes=2_200, debut=date(2026, 6, 1)),
    )
    amended = replace(
        ORIGINE,
        avenants=(first, second),
        refus=ModeRefus.COMPTE,
        mode_offre=ModeOffre.TOUS,
    )
    found = comparer(ORIGINE, amended, ecrire_zone)
    assert [(x.libelle, x.avant, x.apres) for x in found if x.change] == [
        (
            "Convention d’origine",
            "20\u00a0%, à compter du 01/01/2024",
            "20\u00a0%, du 01/01/2024 au 31/05/2026",
        ),
        ("Avenant n°\u00a01", "", "22\u00a0%, à compter du 01/06/2026"),
        ("Logement proposé", "un seul", "à tous"),
        ("Refus du réservataire", "ne compte pas, sauf dans l’équilibre", "consomme le droit"),
    ]
    assert not any(x.change for x in comparer(amended, amended, ecrire_zone))
