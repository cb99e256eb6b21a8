from dataclasses import replace
from pathlib import Path

import pytest

from api.around import access_of, bureau_of
from api.engine_in_use import engine_options
from api.public import CATALOGUE_LIMITS
from api.settings import Settings
from graph.errors import BadInputError


def test_a_public_server_takes_no_jobs_for_they_reach_its_owners_graph(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, job_folders=f"{tmp_path}/a, {tmp_path}/b")
    own = engine_options(settings)
    bureau = bureau_of(settings, own)
    assert bureau is not None
    assert bureau.folders == (tmp_path / "a", tmp_path / "b")
    assert bureau_of(settings, replace(own, confined=CATALOGUE_LIMITS)) is None


def test_an_issuer_needs_the_name_that_it_has_for_us(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, oidc_issuer="https://issuer.example", reading="token")
    with pytest.raises(BadInputError, match="OSSATLAS_OIDC_AUDIENCE is not"):
        access_of(settings)
    access = access_of(settings.model_copy(update={"oidc_audience": "atlas"}))
    assert (access.public, access.issuer and access.issuer.audience) == (False, "atlas")
