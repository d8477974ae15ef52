"""Settings, and the folders bcst reads and writes: found here, handed on as texts and paths.

Nothing happens on import. The environment is an argument, so a test never meets a real user's folders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args

from bcst_tui.errors import BcstError, ScriptError, UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Theme = Literal["dark", "light", "high-contrast"]
ShippedName = Literal["interview_scripts", "data"]

MAX_BYTES = 1024 * 1024
MAX_ENTRIES = 2000
MAX_DEPTH = 4
LOCK_SECONDS = range(30, 301)
SETTINGS_FILE = "settings.toml"
SCRIPT = "bcst2/"
PERSONAS = "mock/"


@dataclass(frozen=True)
class Settings:
    """What a worker may choose for themselves in settings.toml; docs/settings.md tells it to them."""

    theme: Theme = "dark"
    lock_seconds: int = 120
    interview_lock_seconds: int = 300
    easy_words: bool = False
    trained_to_ask: bool = False
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def shipped(name: ShippedName) -> Traversable:
    """A folder that comes with bcst: inside the package (wheel, zipapp), else beside it (editable install)."""
    from importlib.resources import files

    inside = files("bcst_tui") / name
    if inside.is_dir():
        return inside
    beside = Path(__file__).parent.parent / name
    if beside.is_dir():
        return beside
    raise BcstError(f"The folder {name} that comes with bcst is missing.", "Install bcst again.")


def read_folder(folder: Traversable, suffix: str = ".yaml") -> dict[str, str]:
    """Every file of that kind in the folder and below it: relative name → text, in the order of the names.

    Line ends are "\\n" whatever the machine, so that a script has the same hash everywhere.
    """
    try:
        return {
            name: read_text(file, name) for name, file in sorted(_files_in(folder, suffix), key=lambda found: found[0])
        }
    except OSError as error:
        raise _unreadable(folder, error) from error


def read_user_folder(folder: Path, suffix: str = ".yaml") -> dict[str, str]:
    """The same for a folder the user named, who may have named it wrongly."""
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise ScriptError(f"The folder {folder} {what}.", f"Name a folder that holds {suffix} files.")
    texts = read_folder(folder, suffix)
    if not texts:
        raise ScriptError(f"The folder {folder} holds no {suffix} files.", "Name the folder they are in.")
    return texts


def in_use(environ: Mapping[str, str], name: ShippedName) -> dict[str, str]:
    """Files that come with bcst, and over them those of the same name in the local folder."""
    files = read_folder(shipped(name))
    local = local_folder(environ) / name
    return {**files, **read_user_folder(local)} if local.is_dir() else files


def layers(environ: Mapping[str, str], name: ShippedName) -> dict[str, Literal["shipped", "local"]]:
    """Which layer each file in use comes from."""
    local = local_folder(environ) / name
    own = read_user_folder(local) if local.is_dir() else {}
    return {file: "local" if file in own else "shipped" for file in in_use(environ, name)}


def script_in_use(environ: Mapping[str, str]) -> dict[str, str]:
    """The files of the script that new sittings begin on."""
    files = in_use(environ, "interview_scripts")
    return {name.removeprefix(SCRIPT): text for name, text in files.items() if name.startswith(SCRIPT)}


def personas_in_use(environ: Mapping[str, str]) -> dict[str, str]:
    """The invented people to rehearse with, and the wordings, by the names of their files."""
    files = in_use(environ, "interview_scripts")
    return {name.removeprefix(PERSONAS): text for name, text in files.items() if name.startswith(PERSONAS)}


def read_text(file: Traversable, name: str) -> str:
    """One text file of at most 1 MiB, in UTF-8 with or without a byte order mark."""
    with file.open("rb") as opened:
        content: bytes = opened.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ScriptError(f"{name}: the file is larger than 1 MiB.", "Split it into smaller files.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ScriptError(f"{name}:{line}: the file is not UTF-8 text.", "Save it again as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def vault_folder(option: Path | None, environ: Mapping[str, str]) -> Path:
    """Where the vault lives: the option, else BCST_VAULT, else the user's data folder."""
    if option is not None:
        return _whole(option, "--vault")
    if named := environ.get("BCST_VAULT"):
        return _whole(Path(named), "BCST_VAULT")
    from platformdirs import user_data_path

    return user_data_path("bcst", appauthor=False)


def training_folder(option: Path | None, environ: Mapping[str, str]) -> Path:
    """Where rehearsals live: the option, else BCST_TRAINING, else a folder of their own; never that of the vault."""
    if option is not None:
        return _whole(option, "--folder")
    if named := environ.get("BCST_TRAINING"):
        return _whole(Path(named), "BCST_TRAINING")
    from platformdirs import user_data_path

    return user_data_path("bcst-training", appauthor=False)


def config_folder(environ: Mapping[str, str]) -> Path:
    """Where settings.toml and local/ live: BCST_CONFIG, else the user's configuration folder."""
    if named := environ.get("BCST_CONFIG"):
        folder = _whole(Path(named), "BCST_CONFIG")
        if folder.is_file():
            raise UsageError(f"BCST_CONFIG names the file {folder}.", f"Name the folder with {SETTINGS_FILE}.")
        return folder
    from platformdirs import user_config_path

    return user_config_path("bcst", appauthor=False)


def local_folder(environ: Mapping[str, str]) -> Path:
    """The folder whose files win over the shipped ones: contact cards, labels, scripts. It may not exist."""
    return config_folder(environ) / "local"


def load_settings(environ: Mapping[str, str]) -> Settings:
    """The worker's settings; without a file, the usual ones."""
    file = config_folder(environ) / SETTINGS_FILE
    try:
        text = read_text(file, str(file))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise _unreadable(file, error) from error
    return parse_settings(text, str(file))


def parse_settings(text: str, source: str) -> Settings:
    """Settings out of TOML text; a mistake in it names file, key and remedy."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        remedy = 'Each line is a name, an equals sign and a value: theme = "light".'
        raise ScriptError(f"{source}: this is not TOML: {error}.", remedy) from None
    for key in table:
        if key not in _CHECKS:
            raise _refused(source, key, "is not a setting", _did_you_mean(key))
    return Settings(**{key: _CHECKS[key](source, key, value) for key, value in table.items()})


def _theme(source: str, key: str, value: object) -> object:
    if value not in get_args(Theme):
        known = ", ".join(f'"{theme}"' for theme in get_args(Theme))
        raise _refused(source, key, "is not a theme of bcst", f"Choose one of {known}.")
    return value


def _seconds(source: str, key: str, value: object) -> object:
    if type(value) is not int or value not in LOCK_SECONDS:
        remedy = "Give a whole number from 30 to 300; locking can't be switched off."
        raise _refused(source, key, "is not a time bcst can lock after", remedy)
    return value


def _yes_or_no(source: str, key: str, value: object) -> object:
    if type(value) is not bool:
        raise _refused(source, key, "is neither true nor false", "Write true or false, without quotes.")
    return value


def _keys(source: str, key: str, value: object) -> object:
    if not isinstance(value, dict):
        raise _refused(source, key, "is not a table", 'Write [keys] on a line, and below it hide = "f9".')
    for binding, pressed in value.items():
        if not isinstance(pressed, str) or not pressed.strip():
            raise _refused(source, f"{key}.{binding}", "names no key", 'Name one in quotes, such as "f9".')
    return MappingProxyType(dict(value))


_CHECKS: Mapping[str, Callable[[str, str, object], Any]] = {
    "theme": _theme,
    "lock_seconds": _seconds,
    "interview_lock_seconds": _seconds,
    "easy_words": _yes_or_no,
    "trained_to_ask": _yes_or_no,
    "keys": _keys,
}


def _refused(source: str, key: str, what: str, remedy: str) -> ScriptError:
    return ScriptError(f"{source}: `{key}` {what}.", remedy)


def _did_you_mean(key: str) -> str:
    import difflib

    close = difflib.get_close_matches(key, _CHECKS, n=1)
    return f"Did you mean `{close[0]}`?" if close else f"The settings are {', '.join(_CHECKS)}."


def _files_in(folder: Traversable, suffix: str) -> Iterator[tuple[str, Traversable]]:
    """Files below the folder with their relative names, stopping before a whole disk is read."""
    waiting: list[tuple[str, Traversable]] = [("", folder)]
    seen = 0
    while waiting:
        prefix, inside = waiting.pop()
        for entry in inside.iterdir():
            seen += 1
            if seen > MAX_ENTRIES:
                raise ScriptError(f"The folder {folder} holds over {MAX_ENTRIES} files.", "Name a smaller one.")
            name = f"{prefix}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if name.count("/") < MAX_DEPTH - 1:
                    waiting.append((f"{name}/", entry))
            elif entry.name.lower().endswith(suffix) and entry.is_file():
                yield name, entry


def _whole(path: Path, named_by: str) -> Path:
    """The path from the root, with ~ followed."""
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        raise UsageError(f"{named_by} names {path}, and there is no such user.", "Write the whole path.") from None


def _unreadable(where: Traversable, error: OSError) -> ScriptError:
    reason = (error.strerror or "it can't be opened").lower()
    return ScriptError(
        f"{error.filename or where} can't be read: {reason}.", "Look at who may read it, then try again."
    )
