"""Starts a Valetkey for tests. Needs Python 3.9 and the standard library alone.

Import it where it stands, or copy it and name the checkout in VALETKEY_HOME.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Mapping, Optional, Union

Seed = Union[str, os.PathLike, Mapping]

HOME = Path(os.environ.get("VALETKEY_HOME") or Path(__file__).resolve().parent.parent)

#: What a server takes over; all else may be meant for the app under test, such as its own PORT.
INHERITED = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE", "LANG")

#: Seconds that a server gets to end in order.
GRACE = 10


class ValetkeyError(Exception):
    """It did not start, or was not wiped; in its own words."""


class Valetkey:
    """One that runs. Ends at the end of `with`, at `stop()`, and with this process."""

    def __init__(self, process: subprocess.Popen, folder: str, seed: Seed, ready: Mapping):
        #: For all four origins of the SDK.
        self.url: str = ready["address"]
        self.pid: int = ready["pid"]
        self._process = process
        self._folder = folder
        self._seed = seed
        atexit.register(self.stop)

    def wipe(self, seed: Optional[Seed] = None) -> None:
        """Empties the sandbox, and makes what a seed wants: that of the start by default."""
        wanted = self._seed if seed is None else seed
        if isinstance(wanted, (str, os.PathLike)):
            wanted = json.loads(Path(wanted).read_text(encoding="utf-8"))
        request = urllib.request.Request(
            f"{self.url}/sandbox/api/wipe",
            data=json.dumps({"seed": wanted}).encode(),
            headers={"content-type": "application/json"},
        )
        # Not by way of a proxy that the environment names.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            opener.open(request).close()
        except urllib.error.HTTPError as error:
            told = json.load(error)["error_description"]
            raise ValetkeyError(f"Valetkey was not wiped: {told}") from None

    def stop(self) -> None:
        """Ends the server, and removes its database. A second call does nothing."""
        atexit.unregister(self.stop)
        _end(self._process, self.pid)
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "Valetkey":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def start_valetkey(
    seed: Optional[Seed] = None,
    env: Optional[Mapping[str, str]] = None,
    timeout: float = 300,
) -> Valetkey:
    """Starts one on a free port, over a database in a temporary folder.

    A seed is a file or what would stand in it; nothing by default. It has `timeout` seconds to be
    ready, since a first start builds.
    """
    wanted: Seed = {"applications": []} if seed is None else seed
    folder = tempfile.mkdtemp(prefix="valetkey-")
    process = subprocess.Popen(
        ["node", str(HOME / "server" / "launch.js"), "server/start.js"],
        cwd=HOME,
        env=_environment(folder, wanted, env or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        return Valetkey(process, folder, wanted, _ready(process, timeout))
    except BaseException:
        _end(process, None)
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _environment(folder: str, seed: Seed, env: Mapping[str, str]) -> Mapping[str, str]:
    if isinstance(seed, (str, os.PathLike)):
        file = Path(seed).resolve()
    else:
        file = Path(folder) / "seed.json"
        file.write_text(json.dumps(seed), encoding="utf-8")
    return {
        **{name: os.environ[name] for name in INHERITED if name in os.environ},
        # What a file .env beside the server says is not meant for tests; empty stands for left out.
        **{name: "" for name in ("ORIGIN", "ORIGINS", "ALLOW_PUBLIC", "ADDRESS_HEADER", "SECRET_KEY")},
        "HOST": "127.0.0.1",
        "PORT": "0",
        "LOG_LEVEL": "error",
        "RATE_LIMITS": "off",
        "DATABASE_URL": f"file:{Path(folder) / 'valetkey.db'}",
        "SEED": str(file),
        **env,
        # It ends with this process, also where that is killed.
        "STARTED_BY": str(os.getpid()),
    }


def _ready(process: subprocess.Popen, timeout: float) -> Mapping:
    """Waits for the line of JSON that says where it is."""
    words: list[str] = []
    told = threading.Thread(target=lambda: words.extend(process.stderr), daemon=True)
    told.start()
    late = threading.Event()

    def give_up() -> None:
        late.set()
        process.terminate()

    timer = threading.Timer(timeout, give_up)
    timer.start()
    try:
        for line in process.stdout:
            if line.startswith("{") and json.loads(line).get("event") == "ready":
                threading.Thread(target=process.stdout.read, daemon=True).start()
                return json.loads(line)
    finally:
        timer.cancel()
    told.join(GRACE)
    what = f"was not ready after {timeout} seconds" if late.is_set() else "did not start"
    raise ValetkeyError(f"Valetkey {what}. {''.join(words).strip()}".strip())


def _end(process: subprocess.Popen, pid: Optional[int]) -> None:
    """The one that serves may outlive the one that started it."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        if pid is not None:
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.kill()
        process.wait()
