"""How long it takes until what somebody did is on the screen."""

from collections.abc import Sequence
from statistics import median, quantiles

# Called with a time; notes how long after it the next frame was painted.
PAINTED = """(since) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => window.measured.push(performance.now() - since);
  port2.postMessage(null);
})"""


def report_times(what: str, measured: Sequence[float], unit: str) -> None:
    """Print the distribution of some times, in milliseconds; `unit` says what was counted, such as "keys"."""
    p95 = quantiles(measured, n=20)[18]
    print(f"  {what}: p50 {median(measured):.0f} ms, p95 {p95:.0f} ms ({len(measured)} {unit})")
