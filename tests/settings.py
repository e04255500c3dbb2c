"""Django's settings for tests: the real ones, made where no `.env` lies, with a fast hasher."""

import contextlib
import os

from assistant import config
from tests import environment

# `.env` is looked for in the working folder: a contributor's own must not decide what tests see.
with contextlib.chdir(environment.DATA_FOLDER):
    config.current()

from assistant.project.settings import *  # noqa: F403  # after the settings have been read

# Argon2 is slow on purpose; tests sign in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Programs that a test starts are the real ones, with the real settings.
os.environ["DJANGO_SETTINGS_MODULE"] = "assistant.project.settings"
