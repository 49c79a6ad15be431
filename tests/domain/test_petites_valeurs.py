"""Dates, deadlines, zones, typography, errors, offer numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fluxdesk.domain.dates import en_chiffres, en_lettres
from fluxdesk.domain.echeance import calculer_echeance
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.journal import EntreeJournal, empreinte, premiere_rupture
from fluxdesk.domain.orientation import numero_offre
from fluxdesk.domain.territoire import (
    Commune,
    ZoneIllisibleError,
    a_change,
    cle_residence,
    ecrire_zone,
    est_arrondissement,
    lire_zone,
    noms_distincts,
)
from fluxdesk.domain.typographie import accorde, plie, typographier


def test_first_of_the_month_is_an_ordinal() -> None:
    assert en_lettres(date(2026, 4, 1)) == "1er avril 2026"
    assert en_lettres(date(2026, 3, 3)) == "3 mars 2026"


def test_columns_show_digits_and_nothing_for_no_date() -> None:
    assert en_chiffres(date(2026, 3, 3)) == "03/03/2026"
    assert en_chiffres(None) == ""


def test_the_day_of_notification_does_not_count() -> None:
    deadline = calculer_echeance(date(2026, 3, 3), 30, zone_tendue=False, reference="12-2024")
    assert deadline.jour == date(2026, 4, 2)
    assert deadline.explication == (
        "30 jours à compter de la notification du 3 mars 2026 (convention 12-2024)"
    )


@pytest.mark.parametrize(
    ("notification", "cap"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 15), date(2027, 1, 15)),
    ],
)
def test_tense_zone_cuts_the_delay_at_one_month(notification: date, cap: date) -> None:
    deadline = calculer_echeance(notification, 60, zone_tendue=True)
    assert deadline.jour == cap
    assert "L441-1" in deadline.explication


def test_tense_zone_leaves_a_shorter_delay() -> None:
    deadline = calculer_echeance(date(2026, 3, 3), 1, zone_tendue=True)
    assert deadline.jour == date(2026, 3, 4)
    assert deadline.explication.startswith("1 jour à compter")


def test_a_zone_is_everywhere_or_the_places_it_names() -> None:
    assert lire_zone(" TOUT ") == Zone.partout()
    assert lire_zone("commune:2b050, commune:2a004,epci:1,departement:2b") == Zone(
        communes=frozenset({"2A004", "2B050"}),
        epcis=frozenset({"1"}),
        departements=frozenset({"2B"}),
    )


def test_a_zone_goes_down_to_a_quartier_and_a_residence() -> None:
    zone = lire_zone("quartier:qn02b001m,résidence:2b033/Les  Lilas")
    assert zone == Zone(
        quartiers=frozenset({"QN02B001M"}), residences=frozenset({"2B033/LES LILAS"})
    )
    assert lire_zone(ecrire_zone(zone)) == zone
    assert ecrire_zone(Zone.partout()) == "tout"
    assert cle_residence("2B033", " les lilas, ") == "2B033/LES LILAS"
    assert cle_residence("2B033", "") == ""


def test_communes_that_share_a_name_are_told_apart() -> None:
    towns = [("01371", "Saint-Sulpice"), ("24010", "Saint-Sulpice"), ("2A004", "Ajaccio")]
    found = noms_distincts(Commune(code=c, nom=n, departement=c[:2]) for c, n in towns)
    assert list(found.values()) == ["Saint-Sulpice (01371)", "Saint-Sulpice (24010)", "Ajaccio"]


@pytest.mark.parametrize(
    "texte", ["Ajaccio", "commune:", "", "canton:12", "residence:Les Lilas", "residence:2B033/"]
)
def test_an_unknown_zone_is_refused_with_the_way_to_write_it(texte: str) -> None:
    with pytest.raises(ZoneIllisibleError, match="commune:2A004"):
        lire_zone(texte)


def test_typography_puts_no_break_spaces_and_curly_apostrophes() -> None:
    assert typographier("L'offre « A » : 5 % ?") == "L’offre «\u00a0A\u00a0»\u00a0: 5\u00a0%\u00a0?"


def test_folding_makes_two_spellings_of_a_name_equal() -> None:
    assert plie("  Commune de L’Île-Rousse ") == plie("commune de l'ile-rousse")
    assert plie("Œuvre") == plie("OEUVRE")


@pytest.mark.parametrize(("n", "mots"), [(0, "0 logement"), (1, "1 logement"), (2, "2 logements")])
def test_plural_starts_at_two(n: int, mots: str) -> None:
    assert accorde(n, "logement").replace("\u00a0", " ") == mots


def test_irregular_plurals_are_given() -> None:
    assert accorde(3, "bail", "baux") == "3\u00a0baux"


def test_errors_are_sentences_in_french_typography() -> None:
    assert str(FluxDeskError("Non : « rien »")) == "Non\u00a0: «\u00a0rien\u00a0»"
    assert "Le logement" in str(IntrouvableError("Le logement", "X1"))


def test_offer_numbers_sort_within_the_year() -> None:
    assert numero_offre(2026, 31) == "2026-031"


def entries() -> list[EntreeJournal]:
    made: list[EntreeJournal] = []
    previous = "0" * 64
    for number in (1, 2, 3):
        bare = EntreeJournal(
            numero=number,
            quand=datetime(2026, 3, number, tzinfo=UTC),
            auteur="Anne",
            action="vacance.creer",
            objet=f"vacance:{number}",
            libelle="Congé",
            precedent=previous,
        )
        previous = empreinte(bare)
        made.append(_with(bare, previous))
    return made


def _with(entree: EntreeJournal, digest: str, libelle: str | None = None) -> EntreeJournal:
    return EntreeJournal(
        numero=entree.numero,
        quand=entree.quand,
        auteur=entree.auteur,
        action=entree.action,
        objet=entree.objet,
        libelle=entree.libelle if libelle is None else libelle,
        precedent=entree.precedent,
        empreinte=digest,
    )


def test_an_untouched_journal_has_no_break() -> None:
    assert premiere_rupture(entries()) is None


def test_a_changed_entry_is_found() -> None:
    changed = entries()
    changed[1] = _with(changed[1], changed[1].empreinte, "autre chose")
    assert premiere_rupture(changed) == 2


def test_a_missing_entry_is_found() -> None:
    first, _, third = entries()
    assert premiere_rupture([first, third]) == 2


def test_an_arrondissement_did_not_merge_into_its_commune() -> None:
    paris = Commune(code="75056", nom="Paris", departement="75")
    assert est_arrondissement("75112")
    assert not a_change("75112", paris)
    annecy = Commune(code="74010", nom="Annecy", departement="74")
    assert a_change("74011", annecy)
    assert not a_change("74010", annecy)
