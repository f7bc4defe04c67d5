"""A script of ours runs only what its lock file names, and says what to do when it cannot."""

import pytest

from macros.locked import LockedError, run_locked

REMEDY = "De proef mislukte. Controleer de internetverbinding en probeer het opnieuw."


@pytest.fixture
def answer(tmp_path):
    """Run the text of a script under a lock file that names nothing."""

    def answer(text, *arguments, **options):
        script, lock = tmp_path / "proef.ts", tmp_path / "proef.lock"
        script.write_text(text, encoding="utf-8")
        lock.write_text('{"version": "5"}', encoding="utf-8")
        return run_locked(script, lock, *arguments, failure="De proef mislukte.", **options)

    return answer


def test_a_script_answers_with_what_it_prints(answer):
    assert answer("console.log(`één ${Deno.args}`)", "twee", "drie") == "één twee,drie\n"


def test_a_script_may_do_only_what_is_allowed(answer):
    with pytest.raises(LockedError, match="--allow-read"):
        answer("Deno.readTextFileSync('.')")

    assert answer("console.log(Deno.cwd() !== '')", allow=("read",)) == "true\n"


def test_what_the_lock_does_not_name_is_refused_with_a_remedy(answer, tmp_path):
    with pytest.raises(LockedError, match=r"^De proef mislukte"):
        answer("import 'npm:purgecss@8.0.0'")

    assert (tmp_path / "proef.lock").read_text(encoding="utf-8") == '{"version": "5"}'


def test_without_a_connection_the_reader_is_asked_to_check_it(answer, monkeypatch, tmp_path):
    monkeypatch.setenv("DENO_DIR", str(tmp_path / "leeg"))
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://127.0.0.1:1/")

    with pytest.raises(LockedError) as caught:
        answer("import 'npm:purgecss@8.0.0'")

    assert str(caught.value).startswith(f"{REMEDY}\n\n")
