from api.choices import FormatChoice
from api.formats import FORMATS


def test_the_command_line_offers_every_format_and_the_table() -> None:
    assert [choice.value for choice in FormatChoice] == ["table", *FORMATS]
