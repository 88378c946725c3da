// What every script of the site may use: elements, and what is brought in when it is needed.

globalThis.aloud ??= {};

{
  aloud.element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  aloud.button = (className, ...children) => {
    const made = aloud.element("button", className, ...children);
    made.type = "button";
    return made;
  };

  const scripts = new Map();

  // Loads a script once; one that failed is tried again at the next call.
  aloud.loadScript = (address) => {
    if (!scripts.has(address)) {
      const loaded = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => {
          script.remove();
          scripts.delete(address);
          reject(new Error(`${address} did not load`));
        };
        document.head.append(script);
      });
      scripts.set(address, loaded);
    }
    return scripts.get(address);
  };

  const received = new Map();

  // Called by each script of data, with its own name.
  aloud.receive = (name, data) => received.set(name, data);

  aloud.loadData = async (address) => {
    await aloud.loadScript(address);
    return received.get(address.split("/").pop().replace(/\.js$/, ""));
  };
}
