// Keeps the screen lit: who speaks touches nothing, and a phone would lock after half a minute.

{
  let isWanted = false;
  let lock = null;

  async function light() {
    try {
      lock = await navigator.wakeLock.request("screen");
      if (!isWanted) lock.release();
    } catch {
      lock = null; // not supported, or refused to save power: the screen goes dark as it always does
    }
  }

  aloud.stayAwake = (wanted) => {
    isWanted = wanted;
    if (wanted) light();
    else lock?.release();
  };

  document.addEventListener("visibilitychange", () => {
    if (isWanted && !document.hidden) light(); // a hidden page loses its lock
  });
}
