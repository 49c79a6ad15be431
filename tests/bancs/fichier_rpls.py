"""A file in the 2025 layout of RPLS, as long as asked: real rows of Corse, moved over France."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.adapters.referentiels.cog import Cog

if TYPE_CHECKING:
    from collections.abc import Iterator

DONNEES = Path(__file__).parents[1] / "data"
MODELE = DONNEES / "rpls2025_corse_derive_300.csv"
_VOIES = ("RUE", "AVENUE", "BOULEVARD", "ALLEE", "IMPASSE", "PLACE", "CHEMIN")
_NOMS = ("VICTOR HUGO", "DES ÉCOLES", "JEAN JAURÈS", "DU 8 MAI 1945", "DE L'ÉGLISE", "PASTEUR")
_GEO = ("1", "2", "3", "9")


def fabriquer(chemin: Path, lignes: int, graine: int = 4) -> None:
    """Write that many dwellings, by programmes of 5 to 60; every cell in quotes, as DiDo does."""
    rng = random.Random(graine)  # noqa: S311 - no secret in a benchmark
    with MODELE.open(encoding="utf-8", newline="") as stream:
        names, *rows = csv.reader(stream, delimiter=";")
    communes = [c for c in Cog().communes() if c.epci]
    with chemin.open("w", encoding="utf-8", newline="") as out:
        out.write(";".join(names) + "\r\n")
        left = lignes
        while left:
            row = dict(zip(names, rng.choice(rows), strict=True))
            size = min(left, rng.randint(5, 60))
            _programme(row, communes[rng.randrange(len(communes))], rng)
            for cells in _logements(row, size, rng):
                quoted = (cell.replace('"', '""') for cell in cells)
                out.write('"' + '";"'.join(quoted) + '"\r\n')
            left -= size


def _programme(row: dict[str, str], commune: object, rng: random.Random) -> None:
    code, name = commune.code, commune.nom  # type: ignore[attr-defined]
    year = rng.randint(1950, 2023)
    street = f"{rng.choice(_NOMS)} {rng.choice(('', 'NORD', 'SUD', 'PROLONGÉE'))}".strip()
    row |= {
        "DEP_CODE": commune.departement,  # type: ignore[attr-defined]
        "EPCI_CODE": commune.epci,  # type: ignore[attr-defined]
        "EPCI_LIBELLE": commune.epci_nom,  # type: ignore[attr-defined]
        "LIBEPCI": commune.epci_nom,  # type: ignore[attr-defined]
        "DEPCOM": code,
        "CODEPOSTAL": f"{code[:2].replace('2A', '20').replace('2B', '20')}{rng.randrange(100)}0",
        "LIBCOM": name.upper(),
        "NUMVOIE": str(rng.randint(1, 180)),
        "TYPVOIE": rng.choice(_VOIES),
        "NOMVOIE": street,
        "COMPLGEO": f"RÉSIDENCE {rng.choice(_NOMS)} {rng.randint(1, 40)}",
        "CONSTRUCT": str(year),
        "LOCAT": str(year),
        "PATRIMOINE": str(year),
        "NUMCONV": f"{code[:2]}/{rng.randint(1, 12)}/{year}/{rng.randrange(10**6):06}",
        "DATCONV": f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{year}",
        "DPEDATE": f"{rng.randint(1, 12):02}/{rng.randint(2008, 2024)}",
        "PLG_VOIE": f"{rng.choice(_VOIES)} {street}",
        "EPSG": "2154",
        "X": f"{rng.uniform(100_000, 1_200_000):.2f}",
        "Y": f"{rng.uniform(6_050_000, 7_100_000):.2f}",
        "PLG_QP24": f"QN{code[:2]}1{rng.randrange(100):02}M" if rng.random() < 0.2 else "",
        "PLG_IRIS2024_CODE": f"{code}{rng.randrange(1, 40):04}",
        "PLG_IRIS2024_LIBELLE": f"{name} {rng.choice(('CENTRE', 'NORD', 'EST'))}",
        "DISTANCE_PRECISION": f"{rng.uniform(0, 40):.1f}",
        "UU2020": f"{rng.randrange(10**5):05}",
        "AAV2020": f"{rng.randrange(1000):03}",
        "ZE2020": f"{rng.randrange(10**4):04}",
    }
    row |= {name: rng.choice(_GEO) for name in row if name.startswith("QUALITE_")}
    row["QPV_CODE"], row["QPV_LIBELLE"] = ("1", "oui") if row["PLG_QP24"] else ("2", "non")


def _logements(row: dict[str, str], combien: int, rng: random.Random) -> Iterator[list[str]]:
    for rank in range(combien):
        rooms = rng.randint(1, 6)
        yield [
            *(
                row
                | {
                    "ETAGE": str(rank // 4),
                    "NBPIECE": str(rooms),
                    "SURFHAB": str(18 * rooms + rng.randint(0, 17)),
                    "DPEENERGIE": rng.choice("ABCDEFG"),
                    "DPESERRE": rng.choice("ABCDEFG"),
                }
            ).values()
        ]
