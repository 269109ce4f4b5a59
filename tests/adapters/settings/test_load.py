"""The settings as commands find them in `mkdocs.yml`."""

import click
import pytest

from geleerd.adapters.settings.load import find_settings, settings_at, with_folders


def test_the_knowledge_base_is_the_nearest_folder_upwards_with_a_configuration(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Proef\ndocs_dir: ./inhoud/\nplugins: [search, geleerd: {lessons_dir: lessen}]\n")
    (tmp_path / "lessen/west").mkdir(parents=True)
    settings = find_settings(tmp_path / "lessen/west")
    assert (settings.root, settings.site_name, settings.lessons_dir, settings.content_dir) == (tmp_path, "Proef", "lessen", "inhoud")


def test_without_a_configuration_the_folders_have_their_usual_names(tmp_path):
    settings = find_settings(tmp_path)
    assert (settings.root, settings.lessons_dir, settings.content_dir) == (tmp_path, "lessons", "content")


def test_what_stands_in_an_inherited_file_holds_until_it_is_set_again(tmp_path, monkeypatch):
    monkeypatch.setenv("MAILBOX", "redactie@proef.example")
    (tmp_path / "deeld.yml").write_text("site_name: Deeld\nplugins: {geleerd: {desk: !ENV MAILBOX, branch: deeld}}\n")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: deeld.yml\nplugins: {geleerd: {branch: eigen}}\n")
    settings = settings_at(tmp_path)
    assert (settings.site_name, settings.desk, settings.branch) == ("Deeld", "redactie@proef.example", "eigen")


def test_no_tag_of_python_runs_anything(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: !!python/object/apply:os.mkdir [gemaakt]\nextra: !!python/name:nergens.iets\n")
    assert settings_at(tmp_path).site_name == ""
    assert not (tmp_path / "gemaakt").exists()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("plugins: [", "mkdocs.yml:1: dit bestand is geen goede YAML."),
        ("x: !vreemd 1", "could not determine a constructor for the tag '!vreemd'"),
        ("- a", "mkdocs.yml: hier horen instellingen te staan"),
        ("INHERIT: weg.yml", "mkdocs.yml: INHERIT noemt weg.yml, en dat bestand is er niet"),
        ("plugins: [geleerd: {forge: svn}]", "mkdocs.yml:1: forge: “svn” kan hier niet. Kies uit: github, gitlab, forgejo."),
        ("docs_dir: [a]", "mkdocs.yml: docs_dir: “['a']” kan hier niet. Hier hoort een tekst."),
        ("docs_dir: 5", "mkdocs.yml: docs_dir: “5” kan hier niet. Hier hoort een tekst."),
        ("plugins: [geleerd: hallo]", "mkdocs.yml:1: bij de plugin geleerd horen instellingen te staan"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(tmp_path, written, said):
    (tmp_path / "mkdocs.yml").write_text(written)
    with pytest.raises(click.ClickException) as error:
        settings_at(tmp_path)
    assert said in error.value.message


@pytest.mark.parametrize(
    "written", ["theme: {language: en}\nplugins: [", "# language: en\n- a", "plugins: [geleerd: hallo] # language: en"]
)
def test_it_is_said_in_the_language_that_the_file_seems_to_ask_for(tmp_path, written):
    (tmp_path / "mkdocs.yml").write_text(written)
    with pytest.raises(click.ClickException, match=r"this file is no right YAML|settings belong"):
        settings_at(tmp_path)


CONFLICT = "<<<<<<< HEAD\nsite_name: A\n=======\nsite_name: B\n>>>>>>> tak\n"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (f"docs_dir: content\n{CONFLICT}", "mkdocs.yml:2: "),
        ("INHERIT: deeld.yml\n", "deeld.yml:1: "),
    ],
)
def test_what_git_left_behind_is_named_at_its_line_in_our_words(tmp_path, written, place):
    (tmp_path / "mkdocs.yml").write_text(written)
    (tmp_path / "deeld.yml").write_text(CONFLICT)
    with pytest.raises(click.UsageError) as error:
        settings_at(tmp_path)
    assert error.value.message.startswith(f"{place}Hier staan nog tekens van git")
    assert error.value.exit_code == 2


def test_a_folder_that_lies_wrong_is_refused_and_the_words_of_another_site_are_found_all_the_same(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("docs_dir: ..\nplugins: [geleerd: {language: en}]\n")
    with pytest.raises(click.UsageError, match=r"does not lie in the folder of mkdocs\.yml"):
        settings_at(tmp_path)
    assert find_settings(tmp_path).language == "en"


@pytest.mark.parametrize(("there", "option", "missing"), [("contrib", "docs_dir", "weg"), ("weg", "lessons_dir", "contrib")])
def test_a_missing_folder_is_one_sentence(there, option, missing, tmp_path):
    (tmp_path / "mkdocs.yml").write_text("docs_dir: weg\nplugins: [geleerd: {lessons_dir: contrib}]\n")
    (tmp_path / there).mkdir()
    told = rf"^De map {missing} \({option} in mkdocs\.yml\) bestaat niet\. Maak de map, of verbeter de naam in mkdocs\.yml\.$"
    with pytest.raises(click.UsageError, match=told):
        with_folders(settings_at(tmp_path))
