// Which of the questions that were found is what was asked. Set by measuring: `make search-eval`.

{
  const COMPARING = /\b(vs|versus|difference|differences|compare|compared|between|or)\b/i;
  const FAILING =
    /\b(error|errors|fail|fails|failed|failing|cannot|can't|cant|not|stuck|slow|denied|timeout|times|wrong|debug)\b/i;
  const FITTING_TYPE = 1.4;
  // Who types nothing but the name of a topic wants to know what it is.
  const LEVELS = { foundational: 1.3, intermediate: 1.1, advanced: 1 };
  const CONCEPT = 1.1;
  const BROAD = 60; // questions that one word finds, above which the word is no feature but a field
  // A question whose title, or one of its other wordings, is what was asked goes before one that mentions it often.
  const OF_THE_QUERY = 6.5; // times the share of the query's parts that a wording has
  const OF_THE_WORDING = 1.3; // times the share of a wording's words that the query has
  const SIDE_BY_SIDE = 0.7; // times the share of the query's neighbouring words that are neighbours in the wording
  const FURTHER = [1, 0.5, 0.4, 0.3, 0.2]; // what the best wording counts, and the next ones: several that nearly fit say more
  const PHRASE = 0.9; // what a wording that is not shown is worth against one that is
  const RAW = 0.5; // below 1, so that a long answer that says the words often does not win by that
  const TELLING = 1.2; // the power of the share of the query that a question has at all

  const NO_MATCH = {};

  aloud.ranking = (questions) => {
    // The wordings of a question, title first, as {terms, pairs, context: the terms with those of the topic, worth}.
    const wordings = new Map();
    function wordingsOf(id) {
      if (!wordings.has(id)) {
        const { title, asked = [], phrases = [], topic } = questions[id];
        const of = aloud.text.terms(topic);
        const as = (worth) => (text) => {
          const terms = aloud.text.terms(text);
          return { terms: new Set(terms), pairs: new Set(pairsOf(terms)), context: new Set([...terms, ...of]), worth };
        };
        wordings.set(id, [...[title, ...asked].map(as(1)), ...phrases.map(as(PHRASE))]);
      }
      return wordings.get(id);
    }

    // Returns the candidates as {id, terms(), fit}, best first; only the `close` best are looked at closely. `asked` is
    // {parts, text, named: the topics that the text names}.
    function rank(candidates, asked, close) {
      const { parts } = asked;
      const worth = new Map(candidates.map((one) => [one, one.score ** RAW * one.telling ** TELLING]));
      const sorted = [...candidates].sort((a, b) => worth.get(b) - worth.get(a));
      const total = parts.reduce((sum, { rarity }) => sum + rarity, 0);
      const pairs = pairsOf(parts.flatMap(({ readings }) => readings[0] ?? [UNKNOWN]));
      const scored = sorted.slice(0, close).map((one) => {
        const { ofQuery, fits } = best(one, { parts, total, pairs });
        return { one, score: worth.get(one) * (1 + fits) * kind(questions[one.id], asked), fit: ofQuery };
      });
      scored.sort((a, b) => b.score - a.score);
      const rest = sorted.slice(close).map((one) => ({ one, fit: 0 }));
      return [...scored, ...rest].map(({ one, fit }) => ({ id: one.id, terms: () => termsOf(one, parts), fit }));
    }

    // How well the wordings of a question are what was asked; `ofQuery` is the share of the query that the best one has.
    function best(one, { parts, total, pairs }) {
      const matched = termsOf(one, parts);
      const fits = [];
      let [most, ofBest] = [-1, 0];
      for (const { terms, pairs: neighbours, context, worth } of wordingsOf(one.id)) {
        let met = 0;
        for (const part of parts) met += part.rarity * share(part, one.id, context);
        const ofQuery = (worth * met) / total;
        const ofWording = (worth * countOf(matched, terms)) / (terms.size || 1);
        const sideBySide = pairs.length ? (worth * countOf(pairs, neighbours)) / pairs.length : 0;
        const fit = OF_THE_QUERY * ofQuery + OF_THE_WORDING * ofWording + SIDE_BY_SIDE * sideBySide;
        if (fit > most) [most, ofBest] = [fit, ofQuery];
        fits.push(fit);
      }
      fits.sort((a, b) => b - a);
      return { ofQuery: ofBest, fits: FURTHER.reduce((sum, counts, i) => sum + counts * (fits[i] ?? 0), 0) };
    }

    function kind(question, { parts, text, named }) {
      let boost = fitting(question, text);
      if (parts.length === 1 && parts[0].found.size > BROAD)
        boost *= LEVELS[question.level] * (question.type === "concept" ? CONCEPT : 1);
      if (named.some(({ title }) => title === question.topic)) boost *= LEVELS[question.level];
      return boost;
    }

    return { rank, read: wordingsOf };
  };

  const UNKNOWN = "?"; // is no term
  const pairsOf = (terms) => terms.slice(1).map((term, i) => `${terms[i]} ${term}`);

  function countOf(some, set) {
    let count = 0;
    for (const one of some) if (set.has(one)) count += 1;
    return count;
  }

  // The terms of the index by which a question was found.
  const termsOf = ({ id }, parts) => [
    ...new Set(parts.flatMap(({ found }) => Object.keys(found.get(id)?.match ?? NO_MATCH))),
  ];

  // The share of a part's words that a wording has, in the reading that fits best; of an unknown word, its guesses.
  function share({ readings, found }, id, wording) {
    let most = 0;
    for (const terms of readings) most = Math.max(most, countOf(terms, wording) / terms.length);
    if (readings.length || !found.has(id)) return most;
    return Object.keys(found.get(id).match).some((term) => wording.has(term)) ? 1 : 0;
  }

  // Who compares wants a comparison; who names a failure, its cause.
  function fitting({ type }, text) {
    if (COMPARING.test(text)) return type === "comparison" ? FITTING_TYPE : 1;
    if (FAILING.test(text)) return type === "debugging" ? FITTING_TYPE : 1;
    return 1;
  }
}
