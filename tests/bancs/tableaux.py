"""The results as Markdown tables, ready for the README beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tests.bancs.buts import chiffres, moyenne
from tests.bancs.travaux import QMT, RETARD, TABLEUR, VARIANTE, WEBSTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bancs.buts import But, Resultats
    from tests.bancs.travaux import Comparaison

GENRES = {"libre": "free", "territorial": "territorial"}


def buts(liste: Sequence[But]) -> list[str]:
    """Write the table of goals."""
    lignes = [(but.numero, but.enonce, but.seuil, but.mesure, _verdict(but)) for but in liste]
    return _tableau(("", "goal: mean (worst)", "threshold", "measured", "met"), lignes)


def _verdict(but: But) -> str:
    if not but.tenu:
        return "**no**"
    return "yes" if but.pire else "on the mean, not the worst"


def details(resultats: Resultats) -> list[str]:
    """Write what stands beside the goals: the rules compared, the trial, the long run."""
    groupes: dict[tuple[int, str], list[Comparaison]] = {}
    for longueur, comparaison in resultats["comparer"]:
        groupes.setdefault((longueur, comparaison.genre), []).append(comparaison)
    lignes = []
    for (longueur, genre), suite in sorted(groupes.items()):
        lignes += _regles(f"{GENRES[genre]}, {longueur} lettings, {len(suite)} streams", suite)
    lignes += _essai(groupes)
    lignes += _refus(resultats["refus"])
    lignes += _annees(resultats)
    incoherents = sum(not c.coherent for suite in groupes.values() for c in suite)
    lignes += [f"Streams where the engine's own accounts differ from the judge's: {incoherents}."]
    return lignes


def _regles(titre: str, suite: Sequence[Comparaison]) -> list[str]:
    """Compare the rules on the same streams."""
    lignes = []
    for regle in (QMT, VARIANTE, RETARD, WEBSTER, TABLEUR):
        mesures = [c.mesures[regle] for c in suite if regle in c.mesures]
        if not mesures:
            continue
        ratios = [c.mesures[regle].retard / c.optimum for c in suite if c.optimum]
        lignes.append(
            (
                regle,
                chiffres(m.retard for m in mesures),
                f"{moyenne(ratios):.2f}" if ratios else "",
                f"{moyenne(m.hors_quota for m in mesures):.1f}",
                chiffres(m.ecart for m in mesures),
                f"{moyenne(m.rms for m in mesures):.2f}",
                f"{moyenne(m.rms_fin for m in mesures):.2f}",
            )
        )
    optimums = [c.optimum for c in suite if c.optimum]
    if optimums:
        lignes.append(("exact optimum of max |L|", chiffres(optimums), "1", "", "", "", ""))
    tete = (titre, "max |L|", "/ optimum", "off quota ‰", "mix max", "mix RMS", "RMS at the end")
    return _tableau(tete, lignes)


def _essai(groupes: dict[tuple[int, str], list[Comparaison]]) -> list[str]:
    """Set the trial against the engine, stream by stream: mean difference ± standard error."""
    lignes = []
    for (longueur, genre), suite in sorted(groupes.items()):
        couples = [(c.mesures[VARIANTE], c.mesures[QMT]) for c in suite if VARIANTE in c.mesures]
        if not couples:
            continue
        ecarts = [
            np.array([getattr(essai, champ) - getattr(moteur, champ) for essai, moteur in couples])
            for champ in ("retard", "hors_quota", "ecart", "rms")
        ]
        cases = [f"{e.mean():+.3f} ± {e.std() / len(e) ** 0.5:.3f}" for e in ecarts]
        lignes.append((f"{GENRES[genre]}, {longueur}", *cases))
    tete = ("trial − QMT, same streams", "max |L|", "off quota ‰", "mix max", "mix RMS")
    return _tableau(tete, lignes)


def _refus(refus: list[tuple[float, dict[str, Any]]]) -> list[str]:
    cibles = [mesures for part, mesures in refus if not part]
    lignes = [
        (
            regle,
            chiffres(mesures[regle].retard for mesures in cibles),
            chiffres(mesures[regle].fin for mesures in cibles),
        )
        for regle in (QMT, RETARD)
    ]
    tete = ("targeted refusals (AL 80 % of T1 and PLS, État 70 % of PLS)", "max |L|", "end")
    return _tableau(tete, lignes)


def _annees(resultats: Resultats) -> list[str]:
    micros: dict[str, list[Any]] = {}
    for liste in resultats["micro"]:
        for micro in liste:
            micros.setdefault(micro.regle, []).append(micro)
    lignes = [
        (
            regle,
            ", ".join(str(micro.recus) for micro in suite),
            ", ".join("never" if m.premier is None else f"{m.premier:.1f}" for m in suite),
        )
        for regle, suite in micros.items()
    ]
    titre = "0.4 % of 120 lettings a year, 10 years (due 4.8)"
    suite = _tableau((titre, "dwellings received, by seed", "first one, in years"), lignes)
    reports = resultats["report"]
    sommes = []
    for etale in sorted({etale for etale, _ in reports}):
        suites = [mesure for autre, mesure in reports if autre == etale]
        prises = str(max(prises for prises, _, _ in suites))
        autres, fins = (chiffres(abs(mesure[k]) for mesure in suites) for k in (1, 2))
        sommes.append((str(etale), prises, autres, fins))
    tete = (
        "8 dwellings carried over to AL, spread over",
        "most of 20 in a row",
        "others",
        "AL, end",
    )
    suite += _tableau(tete, sommes)
    paires = dict(resultats["paires"])
    deux = [
        (
            str(n),
            *(f"{paires[n, regle]:.2f}" for regle in ("qmt", "plus_en_retard")),
            f"{(n - 1) / 2}",
        )
        for n in sorted({n for n, _ in paires})
    ]
    suite += _tableau(("adversarial pairs (carpool), n", QMT, RETARD, "(n − 1) / 2"), deux)
    taux = chiffres(resultats["nouveau_taux"])
    return [*suite, f"AL from 20 to 26 % at mid-year: max |L| {taux}.", ""]


def _tableau(tete: Sequence[str], lignes: Sequence[Sequence[str]]) -> list[str]:
    rangees = [tete, ["---"] * len(tete), *lignes]
    return [*(f"| {' | '.join(_case(case) for case in rangee)} |" for rangee in rangees), ""]


def _case(texte: str) -> str:
    return texte.replace("|", "\\|")
