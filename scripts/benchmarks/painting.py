"""How long it takes until what somebody did is on the screen."""

# Called with a time; notes how long after it the next frame was painted.
PAINTED = """(since) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => window.measured.push(performance.now() - since);
  port2.postMessage(null);
})"""
