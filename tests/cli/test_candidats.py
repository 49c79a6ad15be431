"""Les candidats d’une offre, en ligne de commande : aucun nom n’est redit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from fluxdesk.bootstrap.horloge import VARIABLE
from tests.cli.test_offres import JOUR
from tests.cli.test_suivi import _offrir
from tests.cli.test_vacances import dire

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.appel import Appel
    from tests.cli.test_commandes import Objet

UN, DEUX = "111 0318 016982 g1104", "2A0022599999912345"


def _ajouter(appel: Appel, base: Path, offre: str, numero: str, *mots: str) -> Objet:
    line = ("candidats", "ajouter", offre, numero, "--nom", "Durand", *mots, "--json")
    return dire(appel, base, *line).document


def test_les_candidats_s_ajoutent_se_classent_et_se_retirent(appel: Appel, base: Path) -> None:
    _, offre, _ = _offrir(appel, base)
    first = _ajouter(appel, base, offre, UN, "--personnes", "3", "--dalo", "--sans-mutation")
    second = _ajouter(appel, base, offre, DEUX)
    order = dire(appel, base, "candidats", "classer", offre, DEUX, UN, "--json").document
    assert order["ordre"] == [second["candidat"], first["candidat"]]
    assert appel("--base", base, "candidats", "classer", offre, UN).code == 1
    gone = dire(appel, base, "candidats", "retirer", offre, UN.upper(), "--motif", "erreur")
    assert "Durand" not in gone.sortie + gone.paroles
    back = dire(appel, base, "candidats", "remettre", offre, UN, "--json").document
    assert back["candidat"] == first["candidat"]
    dire(appel, base, "candidats", "retirer", offre, UN, "--motif", "erreur")
    unknown = appel("--base", base, "candidats", "retirer", offre, UN, "--motif", "erreur")
    assert (unknown.code, "n’existe pas" in unknown.paroles) == (1, True)


def test_la_purge_compte_puis_efface(
    appel: Appel, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, offre, _ = _offrir(appel, base)
    monkeypatch.setenv(VARIABLE, JOUR)
    _ajouter(appel, base, offre, UN, "--recus", JOUR)
    dire(appel, base, "issue", offre, "refus", "--le", JOUR)
    monkeypatch.setenv(VARIABLE, "2029-01-01")
    tried = dire(appel, base, "candidats", "purger", "--essai", "--json").document
    found = cast("Objet", tried["purge"])
    assert cast("int", found["candidats"]) > 0
    assert "à effacer" in dire(appel, base, "candidats", "purger", "--essai").sortie
    done = dire(appel, base, "candidats", "purger", "--autres", "4").sortie
    assert "effacé" in done
    assert "4 mois après la fin de l’offre (usage, six mois" in done
    assert "encore ces personnes, dans le dossier" in done
    again = dire(appel, base, "candidats", "purger", "--sauvegardes", "--json").document
    assert cast("Objet", again["durees"])["autres"] == 4  # kept from one time to the next
    assert cast("int", again["sauvegardes_effacees"]) > 0
    assert "0\u00a0candidat" in dire(appel, base, "candidats", "purger").sortie
    gone = dire(appel, base, "candidats", "purger", "--sauvegardes").sortie
    assert "effacée" in gone
