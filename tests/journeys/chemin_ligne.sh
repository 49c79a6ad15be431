#!/bin/sh
# An officer's path on the command line, on the real file of Mayotte:
#   patrimoine, conventions, congés, suggestion, offer, letter, offer to several, answer, bilans, checks.
#
#   chemin_ligne.sh DOSSIER     everything is written in DOSSIER, which must exist
#
# FLUXDESK is the command to run ("fluxdesk" where it is installed). The day is fixed, so that
# the window, taken along the same path, must give the same suggestion and the same letter.
set -eu

dossier=$1
ici=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
fluxdesk=${FLUXDESK:-fluxdesk}
FLUXDESK_AUJOURDHUI=2026-11-22
export FLUXDESK_AUJOURDHUI

base=$dossier/mayotte.fluxdesk
logement=L-1BBD12430BA79461-1
ensemble=L-AF2189A5FE7F7E4E-1

sur_la_base() {
    # shellcheck disable=SC2086 # FLUXDESK may be several words: python -m fluxdesk
    $fluxdesk --base "$base" "$@"
}

# shellcheck disable=SC2086
$fluxdesk nouveau "$base" --raison-sociale "Office d’essai de Mayotte" --siret 00000000000000
sur_la_base patrimoine importer "$ici/../../resources/demo/rpls2018_mayotte.csv"
sur_la_base conventions importer "$ici/donnees/conventions.csv" --essai
sur_la_base conventions importer "$ici/donnees/conventions.csv"
sur_la_base vacances importer "$ici/donnees/vacances.csv"
sur_la_base suggerer "$logement" --json >"$dossier/suggestion.json"
sur_la_base --json orienter "$logement" >"$dossier/offre.json"
sur_la_base lettre 2026-001 --sortie "$dossier/lettre.pdf"
sur_la_base orienter "$ensemble" --a-tous --reservataire "Publics prioritaires" \
    --reservataire "Action Logement Services" --motif "Comité de suivi" --json >"$dossier/ensemble.json"
sur_la_base issue 2026-002 attribuee --le 2026-11-22 --json >"$dossier/issue.json"
sur_la_base bilan 2026 --sortie "$dossier/bilans"
sur_la_base verifier
