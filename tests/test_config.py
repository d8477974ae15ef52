from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from bcst_tui import config
from bcst_tui.config import (
    MAX_BYTES,
    Settings,
    Theme,
    load_settings,
    local_folder,
    parse_settings,
    read_folder,
    read_user_folder,
    shipped,
    vault_folder,
)
from bcst_tui.errors import ScriptError, UsageError


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(text: str) -> ScriptError:
    with pytest.raises(ScriptError) as caught:
        parse_settings(text, "settings.toml")
    return caught.value


class TestShippedFolders:
    @pytest.mark.parametrize("name", ["interview_scripts", "data"])
    def test_each_shipped_folder_is_found_and_holds_yaml(self, name: config.ShippedName) -> None:
        assert read_folder(shipped(name))

    def test_a_file_in_a_sub_folder_is_named_with_a_slash_on_every_machine(self, tmp_path: Path) -> None:
        written(tmp_path / "bcst2" / "housing.yaml", "id: housing\n")
        written(tmp_path / "about.yaml", "id: about\n")
        assert read_folder(tmp_path) == {"about.yaml": "id: about\n", "bcst2/housing.yaml": "id: housing\n"}

    def test_files_of_other_kinds_and_hidden_ones_are_left_alone(self, tmp_path: Path) -> None:
        for name in ("notes.md", ".hidden.yaml", ".git/config.yaml"):
            written(tmp_path / name, "no")
        assert read_folder(tmp_path) == {}

    def test_line_ends_and_byte_order_marks_make_no_difference(self, tmp_path: Path) -> None:
        written(tmp_path / "windows.yaml", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
        written(tmp_path / "linux.yaml", b"a: 1\nb: 2\n")
        texts = read_folder(tmp_path)
        assert texts["windows.yaml"] == texts["linux.yaml"]

    def test_a_folder_inside_a_zip_reads_the_same(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "shipped.zip", "w") as archive:
            archive.writestr("data/bcst2/housing.yaml", "id: housing\r\n")
        assert read_folder(zipfile.Path(tmp_path / "shipped.zip") / "data") == {"bcst2/housing.yaml": "id: housing\n"}


class TestAFolderTheUserNamed:
    def test_a_file_over_one_mebibyte_is_refused_by_name(self, tmp_path: Path) -> None:
        written(tmp_path / "good.yaml", b"a" * MAX_BYTES)
        written(tmp_path / "huge.yaml", b"a" * (MAX_BYTES + 1))
        with pytest.raises(ScriptError, match=r"huge\.yaml: the file is larger than 1 MiB"):
            read_user_folder(tmp_path)

    def test_a_file_of_exactly_one_mebibyte_is_read(self, tmp_path: Path) -> None:
        written(tmp_path / "good.yaml", b"a" * MAX_BYTES)
        assert len(read_user_folder(tmp_path)["good.yaml"]) == MAX_BYTES

    def test_text_in_another_encoding_is_refused_with_its_line(self, tmp_path: Path) -> None:
        written(tmp_path / "old.yaml", b"a: 1\nb: caf\xe9\n")
        with pytest.raises(ScriptError, match=r"old\.yaml:2: the file is not UTF-8"):
            read_user_folder(tmp_path)

    def test_a_folder_that_is_not_there_is_named_in_the_refusal(self, tmp_path: Path) -> None:
        with pytest.raises(ScriptError, match="nowhere does not exist"):
            read_user_folder(tmp_path / "nowhere")

    def test_a_file_given_for_a_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ScriptError, match="is a file, not a folder"):
            read_user_folder(written(tmp_path / "script.yaml", "a: 1\n"))

    def test_a_folder_without_scripts_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ScriptError, match=r"holds no \.yaml files"):
            read_user_folder(tmp_path)

    def test_a_whole_disk_is_not_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(config, "MAX_ENTRIES", 3)
        for number in range(4):
            written(tmp_path / f"{number}.yaml", "a: 1\n")
        with pytest.raises(ScriptError, match="Name a smaller one"):
            read_user_folder(tmp_path)

    def test_a_folder_that_holds_itself_ends(self, tmp_path: Path) -> None:
        class Loop(type(tmp_path)):  # type: ignore[misc]
            def iterdir(self) -> list[Path]:
                return [written(tmp_path / "a.yaml", "a: 1\n"), Loop(tmp_path / "again")]

            def is_dir(self) -> bool:
                return True

        assert "again/a.yaml" in read_user_folder(Loop(tmp_path))

    def test_what_the_system_refuses_is_told_with_the_file(self, tmp_path: Path) -> None:
        class Locked(type(tmp_path)):  # type: ignore[misc]
            def open(self, *_: object, **__: object) -> None:
                raise PermissionError(13, "Permission denied", str(self))

        class Folder(type(tmp_path)):  # type: ignore[misc]
            def iterdir(self) -> list[Path]:
                return [Locked(tmp_path / "mine.yaml")]

        written(tmp_path / "mine.yaml", "a: 1\n")
        with pytest.raises(ScriptError, match=r"mine\.yaml can't be read: permission denied"):
            read_user_folder(Folder(tmp_path))


class TestWhereTheVaultLives:
    def test_the_option_wins_over_the_environment(self, tmp_path: Path) -> None:
        assert vault_folder(tmp_path / "option", {"BCST_VAULT": str(tmp_path / "named")}) == tmp_path / "option"

    def test_the_environment_wins_over_the_users_data_folder(self, tmp_path: Path) -> None:
        assert vault_folder(None, {"BCST_VAULT": str(tmp_path)}) == tmp_path

    def test_an_empty_variable_counts_as_none(self) -> None:
        usual = vault_folder(None, {})
        assert vault_folder(None, {"BCST_VAULT": ""}) == usual
        assert usual.name == "bcst"
        assert usual.is_absolute()

    def test_the_home_sign_is_followed_and_a_short_path_made_whole(self) -> None:
        assert vault_folder(Path("~/vault"), {}) == Path.home() / "vault"
        assert vault_folder(Path("vault"), {}) == Path.cwd() / "vault"

    def test_looking_makes_no_folder(self, tmp_path: Path) -> None:
        vault_folder(tmp_path / "later", {})
        local_folder({"BCST_CONFIG": str(tmp_path / "settings")})
        assert list(tmp_path.iterdir()) == []

    def test_the_local_layer_stands_beside_the_settings(self, tmp_path: Path) -> None:
        assert local_folder({"BCST_CONFIG": str(tmp_path)}) == tmp_path / "local"


class TestSettings:
    def test_without_a_file_the_usual_settings_hold(self, tmp_path: Path) -> None:
        assert load_settings({"BCST_CONFIG": str(tmp_path)}) == Settings()

    def test_every_setting_can_be_written_in_the_file(self, tmp_path: Path) -> None:
        text = (
            'theme = "high-contrast"\nlock_seconds = 30\ninterview_lock_seconds = 60\neasy_words = true\n'
            '[keys]\nhide = "f12"\n'
        )
        written(tmp_path / "settings.toml", text)
        assert load_settings({"BCST_CONFIG": str(tmp_path)}) == Settings(
            theme="high-contrast", lock_seconds=30, interview_lock_seconds=60, easy_words=True, keys={"hide": "f12"}
        )

    def test_every_setting_has_a_check(self) -> None:
        assert set(config._CHECKS) == {setting.name for setting in fields(Settings)}

    @pytest.mark.parametrize("seconds", ["29", "301", "0", "-1", '"120"', "120.0", "true", "[]"])
    def test_locking_takes_whole_seconds_from_30_to_300_and_is_never_off(self, seconds: str) -> None:
        error = refusal(f"lock_seconds = {seconds}")
        assert "settings.toml: `lock_seconds`" in error.message
        assert "30 to 300" in error.remedy

    def test_an_unknown_theme_is_refused_with_the_ones_there_are(self) -> None:
        error = refusal('theme = "mauve"')
        assert all(theme in error.remedy for theme in get_args(Theme))

    def test_a_theme_that_is_no_text_is_refused(self) -> None:
        assert "`theme`" in refusal("theme = [1]").message

    def test_a_misspelt_setting_is_refused_with_the_nearest_one(self) -> None:
        error = refusal("lock_second = 60")
        assert "`lock_second` is not a setting" in error.message
        assert "Did you mean `lock_seconds`?" in error.remedy

    def test_a_setting_like_no_other_is_refused_with_the_whole_list(self) -> None:
        assert "easy_words" in refusal("xyzzy = 1").remedy

    def test_a_yes_in_quotes_is_refused_with_the_remedy(self) -> None:
        assert "true or false" in refusal('easy_words = "yes"').remedy

    @pytest.mark.parametrize("text", ['keys = "f9"', "[keys]\nhide = 9", '[keys]\nhide = " "', "[keys.hide]\nx = 1"])
    def test_keys_are_a_table_of_names(self, text: str) -> None:
        assert "`keys" in refusal(text).message

    def test_what_is_not_toml_is_refused_with_its_line(self) -> None:
        assert "line 2" in refusal('theme = "dark"\nlock seconds: 5\n').message

    def test_a_file_in_another_encoding_is_refused(self, tmp_path: Path) -> None:
        written(tmp_path / "settings.toml", b'theme = "caf\xe9"')
        with pytest.raises(ScriptError, match="not UTF-8"):
            load_settings({"BCST_CONFIG": str(tmp_path)})

    def test_settings_named_by_their_file_are_refused_with_the_remedy(self, tmp_path: Path) -> None:
        file = written(tmp_path / "settings.toml", "")
        with pytest.raises(UsageError, match=r"Name the folder with settings\.toml"):
            load_settings({"BCST_CONFIG": str(file)})

    def test_a_folder_in_the_place_of_the_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "settings.toml").mkdir()
        with pytest.raises(ScriptError, match="can't be read"):
            load_settings({"BCST_CONFIG": str(tmp_path)})


def test_importing_config_loads_none_of_the_heavy_libraries() -> None:
    heavy = "{'platformdirs', 'tomllib', 'yaml', 'pydantic', 'textual', 'sqlmodel', 'importlib.resources'}"
    program = f"import sys, bcst_tui.config; print(sorted({heavy} & sys.modules.keys()))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
