"""Asking addresses on the web whether they still answer, politely.

One address at a time, a pause between two questions to the same host, ``HEAD`` before
``GET``, no more of a page than its head. What an answer means for a source stands in
:class:`Verdict`.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Answer", "Asker", "NoNetworkError", "Verdict", "in_turn"]

NAME = "edition-liens/1 (verification des adresses citees par une edition savante)"
MOST_REDIRECTS = 10

# Nobody is there, whoever is asked: no name server, no way out.
AWAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}
HOSTS_AWAY = 3
"""So many different hosts out of reach, and none that answered: there is no network."""

REFUSALS = {401, 403, 405, 406, 429, 451}
PERMANENT = {301, 308}


class Verdict(StrEnum):
    """What an address has become; the values are shown."""

    ALIVE = "répond"
    MOVED = "a déménagé"
    REFUSED = "refuse les programmes"
    GONE = "n’existe plus"
    BROKEN = "ne répond pas"

    @property
    def fault(self) -> bool:
        """Whether somebody should look at it now."""
        return self in (Verdict.GONE, Verdict.BROKEN)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking one address.

    :param detail: the status or the failure, in French.
    :param target: where a permanent redirection leads; empty without one.
    """

    address: str
    verdict: Verdict
    detail: str
    target: str = ""


class NoNetworkError(Exception):
    """No host at all can be reached from this machine."""


class Asker:
    """Asks addresses one after the other.

    :param pause: seconds between two questions to the same host.
    :param timeout: seconds to wait for an answer.
    :param sleep: waits; a test hands over one that does not.
    """

    def __init__(
        self,
        *,
        pause: float = 2,
        timeout: float = 20,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause, self._timeout = pause, timeout
        self._sleep, self._clock = sleep, clock
        self._asked: dict[str, float] = {}
        self._away: set[str] = set()
        self._reached = False

    def ask(self, address: str) -> Answer:
        """Ask one address.

        :raises NoNetworkError: after some hosts, none of which could be reached.
        """
        host = urlsplit(address).hostname or ""
        answer = self._question(address, host, "HEAD")
        if answer.verdict is not Verdict.ALIVE and answer.verdict is not Verdict.MOVED:
            if host in self._away:
                return answer
            # Some servers know no HEAD, and say so in many ways.
            answer = self._question(address, host, "GET")
        return answer

    @property
    def alone(self) -> bool:
        """Whether hosts were asked, and none could be reached."""
        return bool(self._away) and not self._reached

    def _question(self, address: str, host: str, method: str) -> Answer:
        self._wait(host)
        redirects = _Redirects()
        opener = urllib.request.build_opener(redirects)
        request = urllib.request.Request(
            _ascii(address),
            method=method,
            headers={"User-Agent": NAME, "Accept": "*/*"},
        )
        try:
            with opener.open(request, timeout=self._timeout) as response:
                status = int(response.status)
        except urllib.error.HTTPError as error:
            status = error.code
            error.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            return self._failed(address, host, error)
        self._reached = True
        return _judge(address, status, redirects)

    def _failed(self, address: str, host: str, error: Exception) -> Answer:
        reason = getattr(error, "reason", error)
        lost = isinstance(reason, socket.gaierror)
        if lost or getattr(reason, "errno", None) in AWAY:
            self._away.add(host)
            if not self._reached and len(self._away) >= HOSTS_AWAY:
                raise NoNetworkError
        else:
            self._reached = True
        return Answer(address, Verdict.BROKEN, _told(reason))

    def _wait(self, host: str) -> None:
        now = self._clock()
        since = now - self._asked.get(host, now - self._pause)
        if since < self._pause:
            self._sleep(self._pause - since)
        self._asked[host] = self._clock()


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirections and remembers whether all of them are for good."""

    max_redirections = MOST_REDIRECTS

    def __init__(self) -> None:
        self.codes: list[int] = []
        self.target = ""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, *others: Any
    ) -> urllib.request.Request | None:
        """Follow, as the standard library does, with the method that was asked."""
        following = super().redirect_request(req, fp, code, *others)
        if following is not None:
            following.method = req.get_method()
            self.codes.append(code)
            self.target = following.full_url
        return following


def _judge(address: str, status: int, redirects: _Redirects) -> Answer:
    if status < 400:
        moved = redirects.codes and set(redirects.codes) <= PERMANENT
        verdict = Verdict.MOVED if moved else Verdict.ALIVE
        return Answer(address, verdict, str(status), redirects.target)
    if status in REFUSALS:
        return Answer(address, Verdict.REFUSED, str(status), redirects.target)
    verdict = Verdict.GONE if status < 500 else Verdict.BROKEN
    return Answer(address, verdict, str(status), redirects.target)


def _told(reason: object) -> str:
    if isinstance(reason, socket.gaierror):
        return "nom de site inconnu"
    if isinstance(reason, TimeoutError):
        return "délai dépassé"
    if isinstance(reason, ssl.SSLError):
        return "certificat refusé"
    if isinstance(reason, ConnectionRefusedError):
        return "connexion refusée"
    return "connexion rompue"


def _ascii(address: str) -> str:
    """Return the address as it goes over the wire."""
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:
        host = parts.netloc
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme, host, path, query, ""))


def in_turn(addresses: Iterable[str]) -> list[str]:
    """Return addresses so that a host comes again as late as it can: less waiting."""
    hosts: dict[str, list[str]] = {}
    for address in sorted(addresses):
        hosts.setdefault(urlsplit(address).hostname or "", []).append(address)
    rounds = max(map(len, hosts.values()), default=0)
    return [
        found[number]
        for number in range(rounds)
        for found in hosts.values()
        if number < len(found)
    ]
