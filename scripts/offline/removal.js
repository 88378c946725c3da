// In the place of the service worker while the site is written: a page that reloads must never show what was kept.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const remove = async () => {
    await caches.delete(`aloud ${self.registration.scope}`);
    await self.registration.unregister();
    const tabs = await self.clients.matchAll({ type: "window" });
    await Promise.all(tabs.map((tab) => tab.navigate(tab.url)));
  };
  event.waitUntil(remove());
});
