"""The package itself: types, stubs, imports, and the documentation as it runs."""

import doctest
import subprocess
import sys
from pathlib import Path

import gongkai

HERE = Path(__file__).resolve().parent
README = HERE.parent / "README.md"


def run(*arguments: str, folder: Path) -> None:
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_are_whole(tmp_path):
    config = ["--config-file", str(HERE.parent / "pyproject.toml")]
    run("-m", "mypy", *config, "-p", "gongkai", folder=tmp_path)
    run("-m", "mypy", *config, str(HERE / "typed_use.py"), folder=tmp_path)
    allowed = ["--allowlist", str(HERE / "stubtest.txt")]
    run("-m", "mypy.stubtest", "gongkai", "--mypy-config-file", config[1], *allowed, folder=tmp_path)


def test_the_analyst_example_runs():
    example = HERE.parents[2] / "examples" / "analyst" / "analyst.py"
    done = subprocess.run([sys.executable, str(example)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("58 rows,") and "working_days" in done.stdout


def test_importing_loads_nothing_heavy():
    # `-S` keeps the start-up files of the environment out, so its path is given by hand.
    path = str(Path(gongkai.__file__).parents[1])
    script = (
        f"import sys; sys.path.insert(0, {path!r}); before = set(sys.modules); import gongkai; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True)
    loaded = {name for name in done.stdout.split() if not name.startswith("gongkai")}
    assert done.returncode == 0 and "gongkai._native" in done.stdout, done.stderr
    assert not loaded & {"json", "dataclasses", "typing", "datetime", "inspect", "re"}, loaded


def test_every_public_name_is_there_and_documented():
    for name in gongkai.__all__:
        thing = getattr(gongkai, name)
        assert thing.__doc__ or not callable(thing) or name in {"DueState", "Severity", "Verdict"}, name


def test_the_documentation_runs():
    for failed, tried in (
        doctest.testfile(str(README), module_relative=False, encoding="utf-8"),
        doctest.testmod(gongkai),
    ):
        assert tried > 0 and failed == 0
