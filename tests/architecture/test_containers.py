"""The image and the compose file, as far as they can be held without a container engine."""

import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from assistant.cli.arguments import parser
from assistant.config import variables
from tests.environment import ROOT

DOCKER = ROOT / "docker"
COMPOSE: dict[str, Any] = yaml.safe_load((DOCKER / "compose.yaml").read_text(encoding="utf-8"))
OURS = {
    name: service
    for name, service in COMPOSE["services"].items()
    if "foi-assistant" in service["image"]
}


def test_the_compose_file_is_what_the_published_schema_allows() -> None:
    words = ["--builtin-schema", "vendor.compose-spec", str(DOCKER / "compose.yaml")]
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "check_jsonschema", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", OURS)
def test_each_of_our_containers_runs_one_of_our_commands_and_can_do_little_else(name: str) -> None:
    service = OURS[name]
    assert parser().parse_args(service["command"])
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert service["security_opt"] == ["no-new-privileges:true"]
    health = service.get("healthcheck", {})
    if "test" in health and name != "chroma":
        assert health["test"][:2] == ["CMD", "foi-assistant"]
        assert parser().parse_args(health["test"][2:])


@pytest.mark.parametrize("name", OURS)
def test_each_setting_and_secret_of_a_container_is_one(name: str) -> None:
    named = {*OURS[name].get("environment", {}), *map(str.upper, OURS[name].get("secrets", []))}
    assert named <= set(variables().values())


def test_every_secret_that_is_named_is_there() -> None:
    named = {
        secret for service in COMPOSE["services"].values() for secret in service.get("secrets", [])
    }
    assert named == set(COMPOSE["secrets"])


def test_every_queue_has_a_worker() -> None:
    commands = [service["command"] for service in OURS.values()]
    worked = {
        word
        for command in commands
        if command[0] == "work"
        for word in command[1:]
        if word != "--queue"
    }
    assert worked == {"mail", "draft", "send", "library"}


def test_the_image_is_made_of_locked_libraries_and_runs_as_nobody_in_particular() -> None:
    text = (DOCKER / "Dockerfile").read_text(encoding="utf-8")
    installs = re.findall(r"pip install (.+?)(?:&&|\|\||;|\n\S)", text, re.DOTALL)
    assert len(installs) == 3
    assert all("--require-hashes" in each or "--no-deps" in each for each in installs)
    assert re.search(r"^USER 10001:10001$", text, re.MULTILINE)
    assert set(re.findall(r"(FOI_\w+)=", text)) <= set(variables().values())
