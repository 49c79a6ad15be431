"""A matching remembered, and put back on the next file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.appariement import apparier, signature
from fluxdesk.domain.correspondances import correspondre
from fluxdesk.domain.profil import Genre
from fluxdesk.domain.profil_applique import apparier_selon, correspondre_selon, profil_de
from tests.domain.tables import COMMUNES, decoupe, lignes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.appariement import Appariement
    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.domain.profil import Profil

TABLE = {
    "Réf. lgt": ("1", "2", "3"),
    "Commune INSEE": ("2A004", "2B033", "1053"),
    "Nature du financement": ("PLUS", "PLUS-PLAI", "Zorglub"),
    "Loyer": ("300", "310", "320"),
    "Loyer quittancé": ("330", "340", "350"),
}


def comprise(
    table: Mapping[str, Sequence[str]],
) -> tuple[tuple[Appariement, ...], tuple[Correspondance, ...]]:
    rows = lignes(table)
    paired = apparier(
        decoupe(list(table)), rows, Genre.PATRIMOINE, connait_commune=COMMUNES.__contains__
    )
    return paired, correspondre(paired, rows, Genre.PATRIMOINE, reservataires=())


def corrigee() -> Profil:
    """The officer said that the rent is the quittance, and what « PLUS-PLAI » is."""
    paired, words = comprise(TABLE)
    said = {"Loyer": None, "Loyer quittancé": "LOYERPRINC"}
    mended = [replace(one, champ=said.get(one.titre, one.champ)) for one in paired]
    told = [replace(w, sure=True) if w.lue == "PLUS-PLAI" else w for w in words]
    return profil_de("ERP", Genre.PATRIMOINE, decoupe(list(TABLE)), mended, told)


def champs(appariements: Sequence[Appariement]) -> dict[str, str | None]:
    return {one.titre: one.champ for one in appariements}


def test_a_profile_keeps_what_is_sure() -> None:
    made = corrigee()

    assert made.signature == signature(decoupe(list(TABLE)))
    assert made.champs == {
        "Réf. lgt": "IDENT_INT",
        "Commune INSEE": "DEPCOM",
        "Nature du financement": "FINAN",
        "Loyer quittancé": "LOYERPRINC",
    }
    assert made.valeurs == {"FINAN": {"PLUS": "13", "PLUS-PLAI": "13"}}
    assert (made.feuille, made.entetes) == ("Feuil1", (0,))


def test_a_file_of_the_same_shape_is_read_as_it_was() -> None:
    paired, words = comprise({titre.upper(): cells for titre, cells in TABLE.items()})
    again = apparier_selon(corrigee(), paired, decoupe([one.titre for one in paired]))

    assert champs(again) == {
        "RÉF. LGT": "IDENT_INT",
        "COMMUNE INSEE": "DEPCOM",
        "NATURE DU FINANCEMENT": "FINAN",
        "LOYER": None,
        "LOYER QUITTANCÉ": "LOYERPRINC",
    }
    assert [one.confiance for one in again] == [100, 100, 100, 0, 100]
    assert again[0].pourquoi == "Choisi dans le profil «\u00a0ERP\u00a0»."
    assert again[3].pourquoi == "Laissée de côté dans le profil «\u00a0ERP\u00a0»."
    told = {one.lue: one for one in correspondre_selon(corrigee(), words)}
    assert (told["PLUS-PLAI"].proposee, told["PLUS-PLAI"].sure) == ("13", True)
    assert told["Zorglub"].proposee is None


def test_on_another_shape_new_columns_keep_what_is_proposed() -> None:
    table = {**TABLE, "DPE": ("A", "B", "C"), "Réf lgt.": ("1", "2", "3")}
    paired, _ = comprise(table)

    assert champs(apparier_selon(corrigee(), paired, decoupe(list(table)))) == {
        "Réf. lgt": "IDENT_INT",
        "Commune INSEE": "DEPCOM",
        "Nature du financement": "FINAN",
        "Loyer": None,  # its field is given to another column
        "Loyer quittancé": "LOYERPRINC",
        "DPE": "DPEENERGIE",
        "Réf lgt.": None,  # the same title twice: the first column has the field
    }
