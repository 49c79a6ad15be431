"""Every vintage of RPLS is recognised by the names of its columns (formats.md §1.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.rpls_reader import lire_patrimoine
from fluxdesk.resources import resource
from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.services.ports import sans_progres
from tests.services.memoire import MemoireUow

DONNEES = Path(__file__).parents[2] / "data"
DE_2018 = resource("demo", "rpls2018_mayotte.csv").read_text().split("\n")[0]
DE_2025 = (DONNEES / "rpls2025_entete_73_colonnes.csv").read_text().strip()
DE_2016 = (
    "DROIT;DEPCOM;CODEPOSTAL;libcom;NumVoie;IndRep;TypVoie;NomVoie;NumAppt;NumBoite;Esc;Couloir;"
    "Etage;ComplIdent;Entree;Bat;Immeu;ComplGeo;LieuDit;QPV;TypeConst;NbPiece;SurfHab;Construct;"
    "Locat;Patrimoine;Origine;Finan;FinanAutre;Conv;NumConv;DatConv;NewLogt;CUS;DpeDate;"
    "DpeEnergie;DpeSerre;SRU_Expir;SRU_Alinea;CodSegPatrim;LibSegPatrim"
)
DE_2022 = (
    DE_2025.replace("DEPCOM;", "DEPCOM_CODE;DEPCOM_LIBELLE;")
    .replace("PLG_QP24;PLG_QP15", "PLG_QP;PLG_ZFU")
    .replace("IRIS2024", "IRIS2022")
)
DE_2017 = ";".join(f"{name}_red" for name in DE_2016.split(";"))
APRES_2014 = "PMR;DATMISEVENTE;DATVEFFECT;DATE_DEP_DERLOCAT;DPE_CONSO_ENER;DPE_CONSO_GES"
DIDO_CHOISIES = (
    "DEPCOM;LIBCOM;NOMVOIE;QPV_CODE;QPV_LIBELLE;TYPECONST_CODE;NBPIECE;SURFHAB;CONSTRUCT;"
    "FINAN_CODE;CONV;DPEDATE;DPEENERGIE"
)
VALEURS = {
    "DEPCOM": "2A004",
    "LIBCOM": "AJACCIO",
    "NOMVOIE": "DE L'ŒUVRE",
    "QPV": "2",
    "TYPECONST": "C",
    "NBPIECE": "3",
    "SURFHAB": "64",
    "CONSTRUCT": "1974",
    "FINAN": "13",
    "CONV": "1",
    "DPEDATE": "11/2008",
    "DPEENERGIE": "C",
}


def ligne(entete: str) -> str:
    names = [name.upper().removesuffix("_RED").removesuffix("_CODE") for name in entete.split(";")]
    return ";".join(VALEURS.get(name, "") for name in names)


@pytest.mark.parametrize(
    ("entete", "format_lu"),
    [
        (DE_2016, "RPLS données ouvertes 2016 ou avant"),
        (f"dep;{DE_2016}", "RPLS données ouvertes 2016 ou avant"),
        (DE_2017, "RPLS données ouvertes 2017"),
        (f"{DE_2017};x;y;iris;EPCI16", "RPLS données ouvertes 2017"),
        (DE_2018, "RPLS données ouvertes 2018"),
        (DE_2022, "RPLS données ouvertes 2022 à 2024"),
        (DE_2025, "RPLS données ouvertes 2025"),
        # what DiDo gives where only some columns were asked for
        (
            DIDO_CHOISIES,
            "RPLS données ouvertes 2025",
        ),
        (f"IDENT_REP;IDENT_INT;{DE_2018};{APRES_2014}", "Déclaration RPLS avec colonnes"),
        (f"IDENT_REP_red;IDENT_INT_red;{DE_2017}", "Déclaration RPLS avec colonnes"),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_the_same_dwelling_comes_out_of_every_vintage(
    tmp_path: Path, entete: str, format_lu: str, codec: str
) -> None:
    path = tmp_path / "rpls.csv"
    path.write_bytes(f"{entete}\r\n{ligne(entete)}\r\n".encode(codec))
    uow = MemoireUow()
    read = importer_patrimoine(
        path, essai=False, uow=uow, lire=lire_patrimoine, territoires=Cog(), progress=sans_progres
    )
    assert (read.format, read.creees, read.refusees) == (format_lu, 1, 0)
    assert read.avertissements == ()
    with uow:
        (made,) = uow.logements.tous()
    assert (made.commune, made.adresse.voie, made.typologie) == ("2A004", "DE L'ŒUVRE", "T3")
    assert (made.surface, made.annee_construction, made.financement) == (64, 1974, "PLUS")
    assert (made.qpv, made.conventionne, made.dpe, made.dpe_date) == (False, True, "C", "11/2008")
