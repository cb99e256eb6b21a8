from __future__ import annotations

from ingest.identity import Identities


def test_one_load_answers_for_organizations_countries_logins_and_bots() -> None:
    known = Identities.load()
    assert [match.name for match in known.organizations("@deepseek-ai").matches] == ["DeepSeek"]
    assert known.countries("中国，浙江省，杭州市").codes == ("CN",)
    assert known.login("@beginIner") == "beginlner"
    assert known.bot("dependabot[bot]") is not None
