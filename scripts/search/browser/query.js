// What a candidate types, as a query for the index: every word counts, each may be met by its synonyms, and a word
// that no page knows is taken apart, completed or corrected.

{
  const { chunks, isStopWord, term, terms } = aloud.text;

  const LONGEST_QUERY = 200; // characters; what is beyond is not read
  const MOST_WORDS = 12;
  const BEGUN = 3; // letters from which an unknown last word, after others, is more than begun
  const SYNONYM = 0.3; // what a match by a synonym, a completion or a correction is worth, against the word itself
  const COMPLETION = 0.35;
  const CORRECTION = 0.5;
  const TAKEN_APART = 0.6;

  // What is not said in full is looked for where questions are asked: in the text of the answers anything begins so.
  const ASKED = ["title", "asked", "phrases", "topic", "headings"];
  const NAMES = ["title", "topic"]; // and two letters begin too much even there
  const completionOf = (one) => ({
    ...exactly(one, COMPLETION),
    prefix: true,
    fields: one.length < BEGUN ? NAMES : ASKED,
  });

  const any = (...queries) => (queries.length === 1 ? queries[0] : { combineWith: "OR", queries });
  const all = (...queries) => (queries.length === 1 ? queries[0] : { combineWith: "AND", queries });
  const exactly = (one, worth = 1) => ({ combineWith: "OR", queries: [one], boostTerm: () => worth });
  const allOf = (list, worth) => all(...list.map((one) => exactly(one, worth)));

  // One edit in words of 4 to 7 letters, two in longer ones, as the eye forgives them. Beyond what a word can be, none.
  const LONGEST_WORD = 24;
  const edits = (word) =>
    word.length < 4 || word.length > LONGEST_WORD || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;

  // What a word may be with one slip of the finger undone: a letter missing, wrong or too many, or two in the wrong order.
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";
  function* slips(word) {
    for (let i = 0; i <= word.length; i++) {
      const [before, after] = [word.slice(0, i), word.slice(i)];
      if (after.length > 1) yield before + after[1] + after[0] + after.slice(2);
      if (after) yield before + after.slice(1);
      for (const letter of LETTERS) {
        yield before + letter + after;
        if (after) yield before + letter + after.slice(1);
      }
    }
  }

  // The index corrects too, but stems, in which a slip in the ending counts for more.
  const corrected = (word, knows) => [...new Set([...slips(word)].map(term))].filter(knows);

  // `diffrence` tells no more than `difference`.
  const LONG = 7;
  const isSlipOfStopWord = ({ word }) =>
    word.length >= LONG && edits(word) > 0 && [...slips(word)].some((other) => isStopWord({ word: other }));

  // `autoscaling` is `auto` and `scaling` on another page. The most even cut reads best.
  function halves(word, knows, shortest = 2) {
    const cuts = [];
    for (let i = shortest; i <= word.length - shortest; i++) {
      const cut = [word.slice(0, i), word.slice(i)];
      const pair = cut.map(term);
      if (pair.every(knows) && !cut.some((half) => isStopWord({ word: half })))
        cuts.push([Math.abs(word.length - 2 * i), pair]);
    }
    return cuts.sort((a, b) => a[0] - b[0])[0]?.[1];
  }

  // What a word may mean that no page has. One that is still being typed and begins a known word is taken for that.
  function guesses(word, { knows, begins }, isLast) {
    const found = [];
    const completed = completionOf(term(word));
    const pair = word.length > 4 && halves(word, knows);
    if (!pair && isLast && word.length > 1 && begins(term(word))) return completed;
    if (pair) found.push(allOf(pair));
    if (word.length > 1) found.push(completed);
    const meant = edits(word) ? corrected(word, knows) : [];
    found.push(...meant.map((one) => exactly(one, 2 * CORRECTION)));
    if (edits(word)) found.push({ ...exactly(term(word), CORRECTION), fuzzy: edits(word), maxFuzzy: 2 });
    return found.length ? any(...found) : exactly(term(word));
  }

  // A word that pages know and that others write as two.
  const apart = (chunk, { knows }) =>
    chunk.parts.length || !knows(chunk.whole) ? undefined : halves(chunk.word, knows, 4);

  function wordQuery(chunk, vocabulary, isLast) {
    const { knows } = vocabulary;
    const ways = [];
    if (knows(chunk.whole)) ways.push(exactly(chunk.whole));
    const pair = apart(chunk, vocabulary);
    if (pair) ways.push(allOf(pair, TAKEN_APART));
    if (chunk.parts.length)
      ways.push(all(...chunk.parts.map((part) => (knows(part) ? exactly(part) : guesses(part, vocabulary)))));
    else if (!ways.length) return guesses(chunk.word, vocabulary, isLast);
    else if (isLast && chunk.word.length > 1 && chunk.word.length < 4) ways.push(completionOf(chunk.whole));
    return any(...ways);
  }

  // The longest run of words from `start` that the synonyms know, or undefined.
  function phraseAt(words, start, phrases) {
    const starting = phrases.get(words[start].whole) ?? [];
    return starting.find(({ run }) => run.every((one, i) => words[start + i]?.whole === one));
  }

  // `synonyms` as in the data file: {same: [[name, ...], ...], leads: [[what is said, [name, ...]], ...]}.
  // Returns phrases by their first term, longest first.
  function readSynonyms({ same, leads }) {
    const phrases = new Map();
    const add = (said, meant) => {
      const run = chunks(said)
        .filter((chunk) => !isStopWord(chunk))
        .map((chunk) => chunk.whole);
      const starting = phrases.get(run[0]) ?? [];
      const known = starting.find((one) => one.run.join() === run.join());
      if (known) known.meant.push(...meant.map(terms));
      else starting.push({ run, meant: meant.map(terms) });
      phrases.set(
        run[0],
        starting.sort((a, b) => b.run.length - a.run.length),
      );
    };
    for (const names of same)
      for (const name of names)
        add(
          name,
          names.filter((other) => other !== name),
        );
    for (const [said, meant] of leads) add(said, meant);
    return phrases;
  }

  // Returns the parts of the query, {said, query, readings}, each of which a result must meet. Parts of which the same
  // is `said` are the same. `readings` are the lists of terms that say it; an unknown word has none, as its guesses are
  // known only from what they match. `vocabulary` is {knows(term), begins(term)}: whether any page has it, or a term
  // that begins so.
  function parts(text, phrases, vocabulary) {
    const { knows } = vocabulary;
    const tells = (chunk) => !isStopWord(chunk) && (knows(chunk.whole) || !isSlipOfStopWord(chunk));
    const words = chunks(text.slice(0, LONGEST_QUERY)).filter(tells).slice(0, MOST_WORDS);
    const isTyping = !/\s$/.test(text);
    if (isTyping && words.length > 1 && words.at(-1).word.length < BEGUN && !knows(words.at(-1).whole)) words.pop();
    const found = [];
    const add = (from, to, query, readings) => {
      const said = words.slice(from, to).map(({ word, parts: pieces }) => [word, ...pieces]);
      found.push({ said: `${said.join(" ")}${isTyping && to === words.length ? "" : " "}`, query, readings });
    };
    for (let i = 0; i < words.length; i++) {
      const phrase = phraseAt(words, i, phrases);
      const length = phrase?.run.length ?? 1;
      const own = words
        .slice(i, i + length)
        .map((word, k) => wordQuery(word, vocabulary, isTyping && i + k === words.length - 1));
      const meant = (phrase?.meant ?? []).map((list) => allOf(list, SYNONYM));
      const next = words[i + 1];
      const isPair =
        !phrase && next && !words[i].parts.length && !next.parts.length && !phraseAt(words, i + 1, phrases);
      const joined = isPair && term(words[i].word + next.word);
      if (joined && knows(joined)) {
        const second = wordQuery(next, vocabulary, isTyping && i + 2 === words.length);
        const readings = [[words[i].whole, next.whole], [joined]];
        add(i, i + 2, any(all(own[0], second), exactly(joined)), readings);
        i += 1;
      } else {
        const said = words.slice(i, i + length);
        const readings = said.every(({ whole, parts: pieces }) => pieces.length || knows(whole))
          ? [said.map(({ whole }) => whole)]
          : [];
        const pair = length === 1 && apart(said[0], vocabulary);
        if (pair) readings.push(pair);
        if (said.some(({ parts: pieces }) => pieces.length))
          readings.push(said.flatMap((one) => (one.parts.length ? one.parts : [one.whole])));
        add(i, i + length, any(all(...own), ...meant), [...readings, ...(phrase?.meant ?? [])]);
        i += length - 1;
      }
    }
    return found;
  }

  aloud.query = { parts, readSynonyms };
}
