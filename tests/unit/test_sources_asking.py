"""A local server stands for the web: nothing here leaves the machine."""

from __future__ import annotations

import errno
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from edition.cli import Status, main
from edition.paths import EditionPaths
from edition.sources.addresses import known_addresses, sourced_addresses
from edition.sources.answers import load_answers, save_answers
from edition.sources.asking import Answer, Asker, NoNetworkError, Verdict, in_turn
from support.issue_folders import lay_out


class Handler(BaseHTTPRequestHandler):
    """Answers as its path says."""

    asked: list[str]

    def answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        word, _, rest = self.path.lstrip("/").partition("/")
        if word == "onlyget":
            status = 405 if self.command == "HEAD" else 200
        else:
            status = int(word)
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"/{rest}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadingHTTPServer]:
    # A proxy of the machine would be asked instead of us.
    monkeypatch.setattr(urllib.request, "getproxies", dict)
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def base(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize(
    ("path", "verdict", "detail", "target"),
    [
        ("200", Verdict.ALIVE, "200", ""),
        ("onlyget", Verdict.ALIVE, "200", ""),
        ("301/200", Verdict.MOVED, "200", "/200"),
        ("302/200", Verdict.ALIVE, "200", "/200"),
        ("301/302/200", Verdict.ALIVE, "200", "/200"),
        ("301/404", Verdict.GONE, "404", "/404"),
        ("404", Verdict.GONE, "404", ""),
        ("410", Verdict.GONE, "410", ""),
        ("403", Verdict.REFUSED, "403", ""),
        ("429", Verdict.REFUSED, "429", ""),
        ("503", Verdict.BROKEN, "503", ""),
    ],
)
def test_an_answer_is_judged(
    path: str, verdict: Verdict, detail: str, target: str, server: ThreadingHTTPServer
):
    address = f"{base(server)}/{path}"
    answer = Asker(pause=0).ask(address)
    shown = answer.target.removeprefix(base(server))
    assert (answer.verdict, answer.detail, shown) == (verdict, detail, target)


def test_get_is_asked_only_when_head_fails(server: ThreadingHTTPServer):
    asker = Asker(pause=0)
    asker.ask(f"{base(server)}/200")
    asker.ask(f"{base(server)}/onlyget")
    assert server.asked == ["HEAD /200", "HEAD /onlyget", "GET /onlyget"]  # type: ignore[attr-defined]


def test_a_host_is_given_a_pause_between_two_questions(server: ThreadingHTTPServer):
    waited: list[float] = []
    asker = Asker(pause=2, sleep=waited.append, clock=lambda: 0.0)
    asker.ask(f"{base(server)}/200")
    asker.ask(f"{base(server)}/302/200")
    assert waited == [2]


def test_nobody_at_the_port_is_a_fault_of_that_address():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        asker = Asker(pause=0)
        answer = asker.ask(address)
    assert (answer.verdict, answer.detail) == (Verdict.BROKEN, "connexion refusée")
    assert not asker.alone


class Nowhere(urllib.request.HTTPHandler):
    """A machine without network: no name is known."""

    reason: OSError = socket.gaierror(-2, "?")

    def http_open(self, req: urllib.request.Request) -> object:  # type: ignore[override]
        raise urllib.error.URLError(self.reason)


@pytest.mark.parametrize(
    "reason", [socket.gaierror(-2, "?"), OSError(errno.ENETUNREACH, "?")]
)
def test_three_hosts_out_of_reach_are_no_network(
    reason: OSError, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Nowhere, "reason", reason)
    monkeypatch.setattr(urllib.request, "HTTPHandler", Nowhere)
    monkeypatch.setattr(urllib.request, "getproxies", dict)
    asker = Asker(pause=0)
    for host in ("a", "b"):
        assert asker.ask(f"http://{host}.invalid/").verdict is Verdict.BROKEN
    assert asker.alone
    with pytest.raises(NoNetworkError):
        asker.ask("http://c.invalid/")


def test_hosts_take_turns():
    addresses = ["http://a/1", "http://a/2", "http://b/1", "http://a/3"]
    assert in_turn(addresses) == [
        "http://a/1",
        "http://b/1",
        "http://a/2",
        "http://a/3",
    ]


def test_answers_are_kept(tmp_path: Path):
    answers = [
        Answer("http://b/", Verdict.GONE, "404"),
        Answer("http://a/", Verdict.MOVED, "200", "http://c/"),
    ]
    save_answers(tmp_path, answers)
    assert list(load_answers(tmp_path).values()) == answers[::-1]
    (tmp_path / "liens.json").write_text("{", "utf-8")
    assert load_answers(tmp_path) == {}


def test_the_addresses_are_those_of_tables_and_references(paths: EditionPaths):
    named = sourced_addresses(paths)
    assert "oeb-2073" in named["https://books.openedition.org/bibpompidou/2073"]
    assert (
        "audouard_tweets_2017"
        in named["https://doi.org/10.4000/books.bibpompidou.2073"]
    )
    assert all(address.startswith("http") for address in named)
    assert named.keys() < known_addresses(paths)


# -- the command -----------------------------------------------------------------


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    lay_out("_base", tmp_path)
    return tmp_path


def cite(edition: Path, *addresses: str) -> None:
    entries = "".join(
        f"@book{{livre_{number}, title = {{Un livre}}, url = {{{address}}}}}\n"
        for number, address in enumerate(addresses)
    )
    (edition / "data/references.bib").write_text(entries, "utf-8")


def links(edition: Path, *options: str) -> int:
    return main(["--root", str(edition), "sources", "links", "--pause", "0", *options])


def test_all_alive_is_clean(
    edition: Path, server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
):
    cite(edition, f"{base(server)}/200", f"{base(server)}/302/200")
    assert links(edition) == Status.CLEAN
    assert capsys.readouterr().out == "2 adresses. 2 : répond.\n"


def test_what_does_not_answer_is_told_with_who_cites_it(
    edition: Path, server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
):
    gone, moved = f"{base(server)}/404", f"{base(server)}/301/200"
    cite(edition, gone, moved)
    assert links(edition) == Status.FAULTS
    assert capsys.readouterr().out.splitlines() == [
        f"{moved} a déménagé (200) ; vers {base(server)}/200 [livre_1]",
        f"{gone} n’existe plus (404) [livre_0]",
        "2 adresses. 1 : a déménagé ; 1 : n’existe plus.",
    ]


def test_a_second_run_asks_only_what_did_not_answer(
    edition: Path, server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
):
    cite(edition, f"{base(server)}/200", f"{base(server)}/404")
    links(edition)
    server.asked.clear()  # type: ignore[attr-defined]
    assert links(edition) == Status.FAULTS
    assert server.asked == ["HEAD /404", "GET /404"]  # type: ignore[attr-defined]
    assert "1 adresse déjà vue" in capsys.readouterr().out
    links(edition, "--again", "--only", "/200")
    assert server.asked[-1] == "HEAD /200"  # type: ignore[attr-defined]


def test_only_some_are_asked(
    edition: Path, server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
):
    cite(edition, f"{base(server)}/200", f"{base(server)}/404")
    assert links(edition, "--only", "livre_0") == Status.CLEAN
    assert links(edition, "--only", "personne") == Status.USAGE
    assert capsys.readouterr().err == "Aucune adresse à vérifier.\n"


def test_without_network_one_plain_sentence(
    edition: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(urllib.request, "HTTPHandler", Nowhere)
    monkeypatch.setattr(urllib.request, "getproxies", dict)
    cite(edition, "http://a.invalid/", "http://b.invalid/")
    assert links(edition) == Status.NOT_READY
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Pas de réseau : ")
    assert not (edition / "_build").exists()


@pytest.mark.parametrize("pause", ["-1", "x", "601"])
def test_a_bad_pause_is_refused(
    pause: str, edition: Path, capsys: pytest.CaptureFixture[str]
):
    assert links(edition, f"--pause={pause}") == Status.USAGE
    assert pause in capsys.readouterr().err
