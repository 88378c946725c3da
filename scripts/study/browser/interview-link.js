// An interview as a link: {topics, levels, minutes, seed} in the address of the page, and back.

{
  const NORMAL = 30; // minutes
  const SEED = /^[a-z0-9]{1,16}$/;
  const LONGEST = 40; // characters of what is repeated to the reader
  const MOST_NAMES = 3;

  aloud.MINUTES = { least: 10, most: 180 };

  aloud.newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0].toString(36);

  const quoted = (text) => `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;

  function names(list) {
    const shown = list.slice(0, MOST_NAMES).map(quoted).join(", ");
    return list.length > MOST_NAMES ? `${shown} and ${list.length - MOST_NAMES} more` : shown;
  }

  // Reads the query of an address. Returns the choice, and `problems`: a sentence for each part that was left out.
  aloud.readInterview = (query, paths) => {
    const asked = new URLSearchParams(query);
    const problems = [];

    function listed(name, known) {
      const values = (asked.get(name) ?? "").split(",").filter(Boolean);
      const unknown = values.filter((value) => !known.includes(value));
      if (unknown.length) problems.push(`Left out of the link: ${name} that are not here (${names(unknown)}).`);
      return known.filter((value) => values.includes(value));
    }

    function minutes() {
      if (!asked.has("minutes")) return NORMAL;
      const text = asked.get("minutes");
      const number = Math.round(Number(text || NaN));
      const taken = Number.isNaN(number) ? NORMAL : Math.min(aloud.MINUTES.most, Math.max(aloud.MINUTES.least, number));
      if (taken !== number) {
        const { least, most } = aloud.MINUTES;
        problems.push(`The link asks for ${quoted(text)} minutes; ${least} to ${most} can be had, so it is ${taken}.`);
      }
      return taken;
    }

    function seed() {
      if (SEED.test(asked.get("seed"))) return asked.get("seed");
      if (asked.has("seed")) problems.push("The link does not say which interview it was, so this is another one.");
      return aloud.newSeed();
    }

    const choice = {
      topics: listed("topics", paths),
      levels: listed("levels", Object.keys(aloud.ALLOTMENTS)),
      minutes: minutes(),
      seed: seed(),
    };
    return { choice, problems };
  };

  // The address of this page with a choice in it.
  aloud.interviewAddress = ({ topics, levels, minutes, seed }) => {
    const query = new URLSearchParams();
    if (topics.length) query.set("topics", topics.join());
    if (levels.length) query.set("levels", levels.join());
    query.set("minutes", minutes);
    query.set("seed", seed);
    const here = new URL(location.href);
    here.search = query.toString().replaceAll("%2F", "/").replaceAll("%2C", ","); // both may stand as they are
    here.hash = "";
    return here.href;
  };

  aloud.copyInterview = async (choice) => {
    const address = aloud.interviewAddress(choice);
    try {
      await navigator.clipboard.writeText(address);
      aloud.notice("The link is copied. Whoever opens it gets the same questions in the same order.");
    } catch {
      aloud.notice(`Copy this link: ${address}`);
    }
  };
}
