"""How close the polite client comes to the bound that its own politeness sets.

    python -m benchmarks.web [--pages 1000] [--hosts 50] [--latency 0.05]
                             [--interval S] [--concurrency N] [--out FILE]

Serves pages from many loopback addresses in a process of its own, each answer
delayed, and fetches them all with one client. Prints one JSON line:

- `pages_per_s`, `wall_s`; `bound_s` is the time no client with this pace could beat:
  robots.txt and the pages of one host, one interval apart and so many at once;
  `over_bound` is wall over bound (to stay below 1.2);
- `in_flight_per_host` as the server counted it, `peak_mb` of the client's process.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verify.types import Request
from verify.web.client import PoliteClient
from verify.web.settings import WebSettings

FIRST_HOST = 2  # of 127.0.0.x
PAGE = b"<html><head><title>A page</title></head><body>%s</body></html>" % (
    b"<p>The council voted on Tuesday to repair the bridge over the canal.</p>" * 400
)


@dataclass(frozen=True)
class Load:
    """What is fetched, and how politely."""

    pages: int
    hosts: int
    latency: float  # seconds before each answer
    settings: WebSettings

    @property
    def per_host(self) -> int:
        return math.ceil(self.pages / self.hosts)

    @property
    def bound(self) -> float:
        """Seconds: robots.txt, then one host's pages, the slower of pace and places."""
        paced = self.per_host * self.settings.per_host_interval_s
        rounds = math.ceil(self.per_host / self.settings.per_host_concurrency)
        return max(paced, rounds * self.latency) + self.latency


async def serve(hosts: int, latency: float) -> None:
    """Serves until its standard input closes; prints the ports, then the most in flight."""
    now: Counter[str] = Counter()
    most: Counter[str] = Counter()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                now[host] += 1
                most[host] = max(most[host], now[host])
                await asyncio.sleep(latency)
                now[host] -= 1
                found = not head.startswith(b"GET /robots.txt")
                body = PAGE if found else b""
                status = b"200 OK" if found else b"404 Not Found"
                writer.write(
                    b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
                    % (status, len(body), body)
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    addresses = [f"127.0.0.{FIRST_HOST + number}" for number in range(hosts)]
    servers = [await asyncio.start_server(answer, address, 0) for address in addresses]
    print(json.dumps([server.sockets[0].getsockname() for server in servers]), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps(max(most.values(), default=0)), flush=True)


async def fetch_all(load: Load, places: Sequence[tuple[str, int]]) -> float:
    """Fetches every page; the seconds that took. Raises FetchError if one fails."""
    urls = [
        f"http://{address}:{port}/{number}"
        for number in range(load.per_host)
        for address, port in places
    ][: load.pages]
    async with PoliteClient(load.settings, contact="benchmark@example.org") as client:
        began = time.perf_counter()
        await asyncio.gather(*(client.fetch(Request(url, source="benchmark")) for url in urls))
        return time.perf_counter() - began


def measure(load: Load) -> dict[str, Any]:
    """Starts the server, fetches, and says how it went."""
    command = [sys.executable, "-m", "benchmarks.web", "--serve"]
    command += ["--hosts", str(load.hosts), "--latency", str(load.latency)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        places = [tuple(place) for place in json.loads(server.stdout.readline())]
        wall = asyncio.run(fetch_all(load, places))
        out, _ = server.communicate()
    return {
        "data": f"{load.hosts} loopback hosts, {load.latency * 1000:g} ms",
        "n": load.pages,
        "pages_per_s": round(load.pages / wall, 1),
        "wall_s": round(wall, 2),
        "bound_s": round(load.bound, 2),
        "over_bound": round(wall / load.bound, 3),
        "of_bound": round(load.bound / wall, 3),  # a floor can hold this one
        "in_flight_per_host": json.loads(out),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the arguments, measures, prints one JSON line."""
    defaults = WebSettings()
    parser = argparse.ArgumentParser(prog="benchmarks.web", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--interval", type=float, default=defaults.per_host_interval_s)
    parser.add_argument("--concurrency", type=int, default=defaults.per_host_concurrency)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.serve:
        asyncio.run(serve(chosen.hosts, chosen.latency))
        return
    settings = WebSettings(
        allow=("127.0.0.0/8",),
        per_host_interval_s=chosen.interval,
        per_host_concurrency=chosen.concurrency,
        budget_s=3600,
    )
    line = json.dumps(measure(Load(chosen.pages, chosen.hosts, chosen.latency, settings)))
    print(line)
    if chosen.out:
        chosen.out.write_text(line + "\n", "utf-8")


if __name__ == "__main__":
    main()
