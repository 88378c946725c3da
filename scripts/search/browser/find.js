// Finds questions and topics in an index.

{
  const RANKED = 30; // results that are looked at closely
  const FEW = 3; // questions with all words of a query, below which those that have most of them are shown as well
  const COMMON = 0.5; // share of a query below which its words do not stand together in any question
  // Three words or more that are scattered over a long answer do not make it an answer to them.
  const LEADING_FIELDS = new Set(["title", "asked", "phrases", "summary", "headings"]);
  const LEADING_SHARE = 0.85;
  const SLICE = 4; // milliseconds of work after which the browser may answer a key
  const ASKED = new Set(["title", "asked", "phrases", "topic"]);
  const IN_BODY = 0.65; // what a word that stands in the body of an answer only tells of that answer
  const IN_PASSING = 0.4; // what a word that stands in answers only tells, against one of a question

  // `data`: {questions: [{title, asked, phrases, topic, url, type, level}], topics: [{title, url, names, count, text}],
  // synonyms}; `index` as from aloud.index. A finder is made once for an index.
  aloud.finder = (data, { engine, terms }) => {
    const phrases = aloud.query.readSynonyms(data.synonyms);
    const ranking = aloud.ranking(data.questions);
    const vocabulary = readVocabulary(terms);
    const named = new Map(
      data.topics.flatMap((topic) => topic.names.map((name) => [aloud.text.terms(name).join(" "), topic])),
    );

    let before = new Map(); // the parts of the last query: with each key all but the last of them come again

    // Each part of the query with the questions that meet it, {id: {score, match, leads}}, and how telling that is: a word
    // that is rare, and that questions are asked with.
    function search({ said, query, readings }) {
      if (before.has(said)) return before.get(said);
      const found = new Map();
      let isAsked = false;
      for (const { id, score, match } of engine.search(query)) {
        let leads = 0;
        for (const fields of Object.values(match)) {
          if (fields.some((field) => LEADING_FIELDS.has(field))) leads += 1;
          isAsked ||= fields.some((field) => ASKED.has(field));
        }
        found.set(id, { score, match, leads });
      }
      const rarity = Math.log(1 + engine.documentCount / (1 + found.size)) * (isAsked ? 1 : IN_PASSING);
      return { said, readings, found, rarity };
    }

    // Returns {questions: [{id, terms()}], topics, whole: how many of the questions, the first, have all words}.
    function find(text) {
      const parts = aloud.query.parts(text, phrases, vocabulary).map(search);
      before = new Map(parts.map((part) => [part.said, part]));
      if (!parts.length) return { questions: [], topics: [], whole: 0 };
      const candidates = gather(parts);
      const complete = candidates.filter((one) => one.met === parts.length && leads(one, parts.length));
      const found = topics(parts);
      const rank = (some) => ranking.rank(some, { parts, text, named: found }, RANKED);
      let questions = rank(complete);
      const isMeant = questions.length > 0 && (parts.length < 3 || questions[0].fit >= COMMON);
      if (!isMeant) questions = [];
      const whole = questions.length;
      if (whole < FEW) questions.push(...rank(candidates).filter(({ id }) => !questions.some((one) => one.id === id)));
      return { questions: whole < FEW ? questions.slice(0, RANKED) : questions, topics: found, whole };
    }

    // The topics that are named in full, by what was said or what it was taken for.
    function topics(parts) {
      const topic = named.get(parts.map(meant).join(" "));
      return topic ? [topic] : [];
    }

    // A key must not wait for what can be done before it: the wordings are read, and the code is run until the browser
    // has compiled it.
    inPauses([...data.questions.keys()].map((id) => () => ranking.read(id)));
    inPauses(data.topics.flatMap(({ title }) => [title.slice(0, -2), title]).map((text) => () => find(text)));
    return { find };
  };

  // Does one task after the other, none of them long, as the browser finds time between what the reader does.
  function inPauses(tasks, next = 0) {
    const end = performance.now() + SLICE;
    while (next < tasks.length && performance.now() < end) tasks[next++]();
    if (next < tasks.length) setTimeout(() => inPauses(tasks, next));
  }

  function readVocabulary(terms) {
    const sorted = [...terms].sort();
    const first = (term) => {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle] < term) low = middle + 1;
        else high = middle;
      }
      return sorted[low] ?? "";
    };
    return { knows: (term) => first(term) === term, begins: (term) => first(term).startsWith(term) };
  }

  // What was said, or for a word that no page knows, what it was most often taken for.
  function meant({ readings, found }) {
    if (readings.length) return readings[0].join(" ");
    const worth = new Map();
    for (const { match, score } of found.values()) {
      for (const term of Object.keys(match)) worth.set(term, (worth.get(term) ?? 0) + score);
    }
    return [...worth].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  }

  // The questions that meet any part: {id, score, met: how many parts, leads: how many terms where it leads, telling: the
  // share of rarity}.
  function gather(parts) {
    const total = parts.reduce((sum, part) => sum + (part.found.size ? part.rarity : 0), 0);
    const all = new Map();
    for (const { found, rarity } of parts) {
      for (const [id, { score, leads }] of found) {
        let one = all.get(id);
        if (!one) all.set(id, (one = { id, score: 0, met: 0, leads: 0, telling: 0 }));
        one.score += score;
        one.met += 1;
        one.leads += leads;
        one.telling += (rarity / total) * (leads ? 1 : IN_BODY);
      }
    }
    return [...all.values()];
  }

  const leads = (one, count) => count < 3 || one.leads >= count * LEADING_SHARE;
}
