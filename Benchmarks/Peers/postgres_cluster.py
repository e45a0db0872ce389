"""A private PostgreSQL that lives in a temporary folder for one run and listens on no network."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

# The server refuses to run as root; Debian's package brings this user for it.
UNPRIVILEGED_USER = "postgres"


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl: on the path, or where Debian keeps them; the newest version wins."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    folders = [Path(found).parent for found in glob.glob("/usr/lib/postgresql/*/bin/initdb")]
    return max(folders, key=lambda folder: float(folder.parent.name), default=None)


def why_not() -> str | None:
    """Why no cluster can be started here, or None."""
    if binaries() is None:
        return "PostgreSQL is not installed"
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(UNPRIVILEGED_USER)
        except KeyError:
            return f"PostgreSQL doesn't run as root, and there is no user {UNPRIVILEGED_USER}"
    return None


def version() -> str:
    output = subprocess.run([binaries() / "postgres", "--version"], check=True, capture_output=True, text=True)
    return output.stdout.strip()


class Cluster:
    """A running server with one database; `close` stops it and removes its folder."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="weir-peers-postgres-"))
        self._started = False
        if os.geteuid() == 0:
            user = pwd.getpwnam(UNPRIVILEGED_USER)
            os.chown(self._folder, user.pw_uid, user.pw_gid)
        try:
            # In the plain C locale letters outside ASCII are no letters, and pg_trgm would drop every Chinese name.
            self._run("initdb", "-D", self._data, "-U", "peer", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
            options = f"-c listen_addresses='' -c unix_socket_directories={self._folder} -c fsync=off -c work_mem=64MB"
            log = self._folder / "log"
            self._run("pg_ctl", "-D", self._data, "-w", "-l", str(log), "-o", options, "start")
            self._started = True
        except subprocess.CalledProcessError as failure:
            self.close()
            raise RuntimeError(f"PostgreSQL did not start: {failure.stderr or failure.stdout}") from failure

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *arguments: str, **options) -> subprocess.CompletedProcess:
        command = [str(binaries() / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", UNPRIVILEGED_USER, "--", *command]
        # Files take the output, as the server inherits it and would hold a pipe open.
        with tempfile.TemporaryFile("w+") as output:
            finished = subprocess.run(
                command, cwd=self._folder, stdout=output, stderr=subprocess.STDOUT, text=True, **options
            )
            output.seek(0)
            text = output.read()
        if finished.returncode:
            raise subprocess.CalledProcessError(finished.returncode, command, output=text)
        finished.stdout = text
        return finished

    def query(self, script: str) -> str:
        """Runs SQL, with data for COPY within it, and gives back what it wrote."""
        arguments = ["-h", str(self._folder), "-U", "peer", "-d", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1"]
        # Through a file, as a script with its data may be larger than a pipe holds.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as script_file:
            script_file.write(script)
            script_file.seek(0)
            try:
                return self._run("psql", *arguments, stdin=script_file).stdout
            except subprocess.CalledProcessError as failure:
                raise RuntimeError(f"PostgreSQL: {failure.stdout}") from failure

    def close(self) -> None:
        if self._started:
            self._run("pg_ctl", "-D", self._data, "-m", "fast", "-w", "stop")
            self._started = False
        shutil.rmtree(self._folder, ignore_errors=True)
