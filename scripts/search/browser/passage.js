// Which passage of a question to show under its title, and which of its words to mark.

{
  const WORD = /[\p{L}\p{N}](?:[^\s,;!?"“”()[\]{}<>|`…→]*[\p{L}\p{N}])?/gu;
  const LENGTH = 190; // characters, about two lines at desktop width

  const known = new Map();

  function termsOf(word) {
    let found = known.get(word);
    if (!found) {
      found = aloud.text.terms(word);
      known.set(word, found);
    }
    return found;
  }

  // Returns [text, isMarked] pairs that together are the text; `terms` is a set.
  function marked(text, terms) {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!termsOf(word).some((term) => terms.has(term))) continue;
      if (index > end) pieces.push([text.slice(end, index), false]);
      pieces.push([word, true]);
      end = index + word.length;
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  }

  // The stretches of some passages, each with its terms. Worked out once: at each key the same questions come back.
  const prepared = new WeakMap();
  function prepare(passages) {
    if (!prepared.has(passages)) {
      const all = passages.flatMap((passage) => [...stretches(passage)]);
      const termsIn = (stretch) => new Set([...stretch.matchAll(WORD)].flatMap(([word]) => termsOf(word)));
      prepared.set(
        passages,
        all.map((stretch) => ({ stretch, terms: termsIn(stretch) })),
      );
    }
    return prepared.get(passages);
  }

  // Returns the stretch of the passages that holds the most of the terms, about two lines, or "" if none holds any.
  function best(passages, terms) {
    let most = 0;
    let found = "";
    for (const { stretch, terms: own } of prepare(passages)) {
      const met = [...terms].filter((term) => own.has(term)).length;
      if (met > most) [most, found] = [met, stretch];
    }
    return found;
  }

  // A long passage as stretches of whole sentences or lines.
  function* stretches(passage) {
    if (passage.length <= LENGTH) {
      yield passage;
      return;
    }
    let one = "";
    for (const sentence of passage.split(/(?<=[.:;?!])\s+|\n/)) {
      if (one && one.length + sentence.length > LENGTH) {
        yield one;
        one = "";
      }
      one = one ? `${one} ${sentence}` : sentence;
    }
    yield one;
  }

  aloud.passage = { best, marked };
}
