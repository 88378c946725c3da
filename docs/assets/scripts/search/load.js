// Brings in, when somebody first looks for something, the engine and its index: first the titles, which are small and
// answer at once, then all text.

globalThis.aloud ??= {};

{
  const scripts = new Map();

  // Loads a script once; one that failed is tried again at the next call.
  aloud.loadScript = (address) => {
    if (!scripts.has(address)) {
      const loaded = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = address;
        element.onload = resolve;
        element.onerror = () => {
          element.remove();
          scripts.delete(address);
          reject(new Error(`${address} did not load`));
        };
        document.head.append(element);
      });
      scripts.set(address, loaded);
    }
    return scripts.get(address);
  };

  async function json(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  // Calls `ready` with a finder twice: for the titles, and for all text. Rejects if anything does not load.
  aloud.loadSearch = async ({ engine, first, whole }, ready) => {
    const [data] = await Promise.all([json(first), aloud.loadScript(engine)]);
    ready(aloud.finder(data, aloud.index.ofTitles(data.questions)), data, false);
    const { index, asked, phrases } = await json(whole);
    const questions = data.questions.map((question, id) => ({ ...question, asked: asked[id], phrases: phrases[id] }));
    ready(aloud.finder({ ...data, questions }, await aloud.index.load(index)), data, true);
  };

  const texts = new Map();

  // The text of a topic, {question id: passages}. One that failed is tried again at the next call.
  aloud.loadText = (address) => {
    if (!texts.has(address)) {
      texts.set(address, json(address).catch((error) => {
        texts.delete(address);
        throw error;
      }));
    }
    return texts.get(address);
  };
}
