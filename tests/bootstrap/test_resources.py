"""Files shipped beside the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk import resources
from fluxdesk.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "parts", [("fonts", "Inter-Bold.ttf"), ("icons", "key.svg"), ("demo", "rpls2018_mayotte.csv")]
)
def test_a_checkout_carries_them_in_its_resources(parts: tuple[str, ...]) -> None:
    assert resource(*parts).is_file()


def test_a_wheel_carries_them_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fluxdesk" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "fluxdesk")

    assert resource("icons") == tmp_path / "fluxdesk" / "_resources" / "icons"
