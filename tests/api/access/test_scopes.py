import pytest

from api.access.scopes import wanted


@pytest.mark.parametrize(
    ("path", "public", "token"),
    [
        ("/api/v1/jobs", "jobs", "jobs"),
        ("/api/v1/jobs/x/events", "jobs", "jobs"),
        ("/api/v1/jobsx", "", "read"),
        ("/api/v1/corrections", "corrections", "corrections"),
        ("/api/v1/cypher", "", "cypher"),
        ("/metrics", "", "read"),
        ("/readyz", "", ""),
        ("/readyz/x", "", "read"),
        ("/readyzx", "", "read"),
        ("/static/atlas.css", "", ""),
        ("/static", "", "read"),
        ("/made/up", "", "read"),
    ],
)
def test_what_is_not_said_to_be_free_needs_a_token(path: str, public: str, token: str) -> None:
    assert (wanted(path, public=True), wanted(path, public=False)) == (public, token)
