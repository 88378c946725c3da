// Keeps the site on this device (`sw.js` at its root does), and says when a newer edition is there.

{
  const workers = navigator.serviceWorker; // none in an insecure context
  const script = new URL("../../sw.js", document.currentScript.src);
  const idle = globalThis.requestIdleCallback ?? setTimeout;

  async function start() {
    const registration = await workers.register(script);

    function reload() {
      const { waiting } = registration;
      if (!waiting) return location.reload(); // another tab has made it take over
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage({ task: "take over" });
    }

    // The newest worker fills, even while it waits: only its files can still be had.
    function settle() {
      const { waiting, active } = registration;
      if (waiting && active) aloud.notice("A newer edition is ready.", { label: "Reload", run: reload });
      const task = navigator.connection?.saveData ? "keep" : "fill";
      (waiting ?? active)?.postMessage({ task, page: location.href });
    }

    const follow = () => registration.installing?.addEventListener("statechange", settle);
    registration.addEventListener("updatefound", follow);
    follow();
    settle();
  }

  const isApp = document.querySelector('link[rel="manifest"]'); // neither the live site nor a folder is one
  if (workers && isApp) {
    addEventListener("load", () => idle(() => start().catch(() => {}))); // without a worker, the site is what it was
  }
}
