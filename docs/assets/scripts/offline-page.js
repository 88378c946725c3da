// The page that is shown for one that is not kept and does not load: what is kept, and the way back to what was asked.

{
  const site = new URL("../../", document.currentScript.src);
  const asked = new URLSearchParams(location.search).get("page");
  const again = document.querySelector("[data-again]");
  const kept = document.querySelector("[data-pages]");

  if (asked !== null) {
    // "./" keeps it on this site, whatever the address says.
    again.querySelector("a").href = new URL(`./${asked}`, site);
    again.hidden = false;
  }

  // The cache of `sw.js`; the addresses of pages end with "/", and each may be there in two editions.
  async function countPages() {
    const files = await (await caches.open(`aloud ${site}`)).keys();
    return new Set(files.map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith("/"))).size;
  }

  if (globalThis.caches) {
    countPages().then(
      (count) => {
        const all = kept.dataset.pages;
        kept.textContent = `${count} of ${all} pages are kept on this device, and can be read and searched now.`;
      },
      () => {},
    );
  }
}
