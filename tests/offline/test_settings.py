"""What a project's settings become for a site that is read from files."""

import pytest

from onrecord.plugin.offline import offline_settings


@pytest.mark.parametrize(
    ("name", "written", "offline"),
    [
        ("plugins", ["search", "onrecord"], ["onrecord"]),
        ("plugins", [{"search": {"lang": "en"}}, "onrecord", {"tags": {}}], ["onrecord", {"tags": {}}]),
        ("plugins", {"search": {}, "onrecord": {}, "material/offline": {}}, {"onrecord": {}}),
        ("theme", "material", {"name": "material", "font": False}),
        (
            "theme",
            {"name": "material", "features": ["navigation.instant", "navigation.top", "search.suggest"]},
            {"name": "material", "font": False, "features": ["navigation.top"]},
        ),
        ("extra", {"analytics": {"provider": "x"}, "social": []}, {"social": []}),
        ("repo_url", "https://github.com/x/y", ""),
        ("use_directory_urls", True, False),
    ],
)
def test_whatever_would_ask_another_host_or_a_server_is_left_out(
    name: str,
    written: object,
    offline: object,
) -> None:
    assert offline_settings({name: written})[name] == offline


def test_without_any_settings_there_is_no_plugin() -> None:
    assert offline_settings({})["plugins"] == []
