"""What a ledger refuses, each as a French sentence that an officer can act on."""

from __future__ import annotations

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import typographier


class FluxError(FluxDeskError):
    """Base of every refusal of the engine; its text is a French sentence."""

    def __init__(self, phrase: str) -> None:
        super().__init__(typographier(phrase))


class PartieInconnueError(FluxError):
    """No party of the ledger has this key."""

    def __init__(self, cle: str) -> None:
        super().__init__(f"Le réservataire « {cle} » n'existe pas dans ce registre.")


class ConventionError(FluxError):
    """The declared parties do not form a tree of distinct keys under the landlord."""


class NonFeuilleError(FluxError):
    """A dwelling goes to a part of this party, never to the whole."""

    def __init__(self, nom: str) -> None:
        super().__init__(f"« {nom} » est divisé en parts : choisissez l'une d'elles.")


class NumeroError(FluxError):
    """Two events carry the same number."""

    def __init__(self, numero: int) -> None:
        super().__init__(f"L'événement n° {numero} figure déjà au registre.")


class AnnulationError(FluxError):
    """The event to cancel is unknown, later, or already cancelled."""

    def __init__(self, annule: int) -> None:
        super().__init__(
            f"L'événement n° {annule} ne peut pas être annulé : "
            "il n'est pas au registre, ou il est déjà annulé."
        )


class DejaPresenteError(FluxError):
    """The dwelling has already entered the ledger."""

    def __init__(self, unite: str) -> None:
        super().__init__(f"Le logement « {unite} » est déjà entré au registre.")


class NonPresenteError(FluxError):
    """The dwelling has not entered the ledger."""

    def __init__(self, unite: str) -> None:
        super().__init__(f"Le logement « {unite} » n'est pas encore entré au registre.")


class DejaServiError(FluxError):
    """The dwelling is already in the hands of a party."""

    def __init__(self, unite: str, nom: str) -> None:
        super().__init__(f"Le logement « {unite} » est déjà orienté vers « {nom} ».")


class DejaRefuseError(FluxError):
    """The party has already refused this dwelling."""

    def __init__(self, unite: str, nom: str) -> None:
        super().__init__(f"« {nom} » a déjà refusé le logement « {unite} ».")


class NonServiError(FluxError):
    """A party refuses a dwelling that it was not offered."""

    def __init__(self, unite: str, nom: str) -> None:
        super().__init__(f"Le logement « {unite} » n'est pas proposé à « {nom} ».")


class NonDetenuError(FluxError):
    """A step or a carence is recorded for a party that does not hold the dwelling."""

    def __init__(self, unite: str, nom: str) -> None:
        super().__init__(f"Le logement « {unite} » n'est pas entre les mains de « {nom} ».")


class EtapeError(FluxError):
    """The offer is already at this step, or beyond it."""

    def __init__(self, unite: str, atteinte: str, demandee: str) -> None:
        super().__init__(
            f"Le logement « {unite} » en est à l'étape « {atteinte} » : "
            f"l'étape « {demandee} » ne peut plus y être enregistrée."
        )


class PointDepasseError(FluxError):
    """The ledger must be replayed from its first event: its checkpoint does not reach that far."""

    def __init__(self) -> None:
        super().__init__(
            "Le point de reprise du registre ne suffit pas : rejouez tous ses événements."
        )


class AucunEligibleError(FluxError):
    """Nobody, landlord included, may receive the dwelling."""

    def __init__(self, unite: str) -> None:
        super().__init__(f"Personne ne peut plus recevoir le logement « {unite} ».")
