"""The replay of a stream: from two tables to everybody's account."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.parties import Parametres
from fluxdesk.domain.scenario import ScenarioRefuseError
from fluxdesk.services.ports import (
    AnnuleError,
    FichierIllisibleError,
    FichierLu,
    LigneLue,
    sans_progres,
)
from fluxdesk.services.rejouer_flux import (
    CommandeRejeu,
    ComptePartie,
    FichiersRejeu,
    SortieEstEntreeError,
    lire_scenario,
    rejouer_flux,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.flux.rejeu import Rejeu

CONVENTIONS = "reservataire taux parent refus\nAL 60 . compte\nÉtat 30 . .\nPart 30 État ."
FLUX = (
    "id date commune epci departement qpv typologie financement periode soustrait refus\n"
    "a 2026-01-01 A E 01 oui T3 PLAI neuf . .\n"
    "b 2026-01-02 A E 01 oui T3 PLAI neuf vente .\n"
    "c 2026-01-03 A E 01 oui T3 PLAI neuf . AL"
)


class Disque:
    """Two tables in memory, and what was written."""

    def __init__(self, conventions: str = CONVENTIONS, flux: str = FLUX) -> None:
        self._textes = {"C.csv": conventions, "F.csv": flux}
        self.ecrits: list[tuple[Rejeu, Path]] = []

    def lire(self, chemin: Path, attendues: Sequence[str]) -> FichierLu:
        head, *rows = (line.split(" ") for line in self._textes[chemin.name].splitlines())
        assert set(head) <= {*attendues, "rate", "ident", "jour"}
        return FichierLu(
            nom=chemin.name,
            format="",
            encodage="",
            colonnes=head,
            lignes=[
                LigneLue(n, {k: v.replace(".", "") for k, v in zip(head, row, strict=True)})
                for n, row in enumerate(rows, 2)
            ],
        )

    def ecrire(self, rejeu: Rejeu, cible: Path) -> None:
        self.ecrits.append((rejeu, cible))

    @property
    def fichiers(self) -> FichiersRejeu:
        return FichiersRejeu(self.lire, self.ecrire)


def commande(**autres: Path | Parametres) -> CommandeRejeu:
    paths = {"conventions": Path("C.csv"), "flux": Path("F.csv"), "sortie": Path("D.csv")}
    return CommandeRejeu(**(paths | autres))  # type: ignore[arg-type] # each test names its own


def test_every_dwelling_of_the_flux_is_placed_and_the_accounts_are_given() -> None:
    disque = Disque()
    made = rejouer_flux(commande(), fichiers=disque.fichiers, progress=sans_progres)
    ((rejeu, cible),) = disque.ecrits
    assert cible == made.sortie == Path("D.csv")
    assert [(d.unite.cle, d.choix, d.refusants) for d in rejeu.decisions] == [
        ("a", "AL", ()),
        ("c", "Part", ()),
    ]
    assert (made.logements, made.soustraits, made.refus) == (2, 1, 0)
    assert sum(made.motifs.values()) == 2
    assert made.parties[0] == ComptePartie(
        nom="AL",
        parent=None,
        du="1.2000",
        servi=1,
        retard="0.2000",
        retard_max="0.4000",
        refus=0,
    )
    assert [(p.nom, p.parent) for p in made.parties] == [
        ("AL", None),
        ("État", None),
        ("Part", "État"),
        ("Bailleur", None),
    ]


def test_refusals_are_counted_and_charged() -> None:
    made = rejouer_flux(
        commande(),
        fichiers=Disque(flux=FLUX.replace("neuf . .", "neuf . AL")).fichiers,
        progress=sans_progres,
    )
    assert (made.refus, made.parties[0].refus, made.parties[0].servi) == (2, 2, 2)


def test_the_knobs_reach_the_ledger() -> None:
    disque = Disque()
    other = commande(parametres=Parametres(axes=(), horizon=0))
    rejouer_flux(other, fichiers=disque.fichiers, progress=sans_progres)
    assert disque.ecrits[0][0].registre.parametres.horizon == 0


def test_the_listener_hears_of_each_dwelling_and_may_stop_before_anything_is_written() -> None:
    heard: list[tuple[int, int]] = []

    def stop(fait: int, total: int, quoi: str = "") -> None:
        heard.append((fait, total))
        if fait == 2:
            raise AnnuleError

    disque = Disque()
    with pytest.raises(AnnuleError):
        rejouer_flux(commande(), fichiers=disque.fichiers, progress=stop)
    assert heard == [(1, 2), (2, 2)]
    assert disque.ecrits == []


@pytest.mark.parametrize("sortie", ["C.csv", "./F.csv"])
def test_a_table_is_never_written_over(sortie: str) -> None:
    disque = Disque()
    with pytest.raises(SortieEstEntreeError, match="il serait effacé"):
        rejouer_flux(commande(sortie=Path(sortie)), fichiers=disque.fichiers, progress=sans_progres)
    assert disque.ecrits == []


def test_all_the_problems_of_both_tables_are_told_in_order() -> None:
    disque = Disque(
        CONVENTIONS.replace("60", "160").replace("État 30", "État x"),
        FLUX.replace("2026-01-03", "2026-02-31").replace("neuf . AL", "neuf . AL,Ville"),
    )
    with pytest.raises(ScenarioRefuseError) as caught:
        rejouer_flux(commande(), fichiers=disque.fichiers, progress=sans_progres)
    told = [(p.fichier, p.ligne, p.colonne) for p in caught.value.problemes]
    assert told == [
        ("C.csv", 2, "taux"),
        ("C.csv", 3, "taux"),
        ("F.csv", 4, "date"),
        ("F.csv", 4, "refus"),
    ]
    assert disque.ecrits == []


@pytest.mark.parametrize(
    ("disque", "colonnes"),
    [
        (Disque(CONVENTIONS.replace("taux", "rate")), "taux"),
        (Disque(flux=FLUX.replace("id date", "ident jour")), "id\u00a0», «\u00a0date"),
    ],
)
def test_missing_columns_are_named(disque: Disque, colonnes: str) -> None:
    with pytest.raises(FichierIllisibleError, match=f"«\u00a0{colonnes}\u00a0»"):
        lire_scenario(Path("C.csv"), Path("F.csv"), lire=disque.lire)
