"""What goes wrong is told in a sentence, never as a trace."""

from __future__ import annotations

import errno
import logging
from typing import TYPE_CHECKING, NoReturn

import pytest

from fluxdesk.cli.demo import DemonstrationFausseError
from fluxdesk.domain.flux.erreurs import NumeroError
from fluxdesk.services.ports import AnnuleError
from tests.cli.appel import Appel

if TYPE_CHECKING:
    from fluxdesk.services.ports import Atelier


def _appel(error: BaseException) -> Appel:
    """A command line whose workshop fails so."""

    def fail() -> Atelier:
        raise error

    return Appel(fail)


def test_a_fault_of_the_program_names_the_log_and_shows_no_trace(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = _appel(RuntimeError("boom"))("--base", "b.fluxdesk", "verifier")

    assert told.code == 70
    assert told.sortie == ""
    assert "/var/log/fluxdesk.log" in told.paroles
    assert "Traceback" not in told.paroles
    assert "boom" not in told.paroles
    assert "boom" in caplog.text


def test_a_fault_of_the_program_is_one_document_with_json() -> None:
    told = _appel(RuntimeError("boom"))("--base", "b.fluxdesk", "verifier", "--json")

    assert told.document["code"] == 70
    assert told.document["journal"] == "/var/log/fluxdesk.log"


@pytest.mark.parametrize(
    ("error", "code", "phrase"),
    [
        pytest.param(KeyboardInterrupt(), 130, "Interrompu", id="ctrl+c"),
        pytest.param(AnnuleError(), 130, "Interrompu", id="stopped"),
        pytest.param(NumeroError(3), 1, "n° 3 figure déjà", id="the ledger refuses"),
        pytest.param(
            PermissionError(errno.EACCES, "Permission denied", "/d/f"),
            1, "«\u00a0/d/f\u00a0» est protégé", id="a protected file",
        ),
        pytest.param(
            OSError(errno.ENOSPC, "No space left", "/d/f"), 1, "qui est plein", id="a full disk"
        ),
        pytest.param(OSError(errno.EIO, "I/O", "/d"), 70, "erreur de programme", id="a bad disk"),
        pytest.param(OSError("?"), 70, "erreur de programme", id="an error without a number"),
        pytest.param(
            DemonstrationFausseError(("Le fichier est abîmé.",)), 1, "abîmé", id="a bad base"
        ),
    ],
)  # fmt: skip
def test_each_failure_has_its_code_and_its_sentence(
    error: BaseException, code: int, phrase: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    told = _appel(error)("--base", "b.fluxdesk", "verifier")

    assert told.code == code
    assert phrase in told.paroles
    assert "rror" not in told.paroles


def test_what_a_library_prints_is_no_result() -> None:
    def talk() -> tuple[str, ...]:
        print("progress of some library")  # noqa: T201 - what is tested
        return ("FluxDesk fonctionne.",)

    told = Appel(_never, talk)("--self-test", "--json")

    assert told.document["reussi"] is True
    assert "some library" in told.paroles


def _never() -> NoReturn:
    message = "no base is opened here"
    raise AssertionError(message)
