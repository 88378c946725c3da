// From text to the terms under which it is found. The build runs this file over every question, the search box over
// every query: what both see as the term is found.

globalThis.aloud ??= {};

{
  const STOP_WORDS = new Set(
    (
      "a about all an and any are as at aws amazon be because been before but by can cannot cant could did do does doesnt " +
      "dont for from get gets getting give go had has have how i if im in into is isnt it its just like make makes me my need " +
      "no not of off on one only or our out please should so some tell than that the their them then there these they this to " +
      "too up us use used uses using very want was way we what when where which who whom whose why will with without wont " +
      "would you your able after again almost already also although always another anyone anything both each either else even " +
      "every everybody everyone happen happens happened lot maybe much nobody own " +
      "really same someone somebody something still such thing things though together until upon ways while within yet " +
      "vs versus compare compared difference differences different between explain best good"
    ).split(" "),
  );
  const LONGEST = 48; // characters of a term; nobody types more
  const CHUNK = /[^\s,;!?"“”()[\]{}<>|`…→]+/gu;
  const APOSTROPHE = /['’]/g;
  const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
  const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/u;
  const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
  const PLAIN = /^[a-z]{4,}$/;

  const stems = new Map();

  // Abbreviations of up to three letters (`sqs`, `dns`) are not plurals.
  function term(word) {
    const lower = word.toLowerCase();
    if (!PLAIN.test(lower)) return lower.slice(0, LONGEST);
    let stem = stems.get(lower);
    if (stem === undefined) {
      stem = aloud.stemmer(lower).slice(0, LONGEST);
      stems.set(lower, stem);
    }
    return stem;
  }

  // A chunk is what stands between spaces: `word` is its bare form, `whole` its term without punctuation
  // (`s3:GetObject` is `s3getobject`), `parts` the terms of what its punctuation and capitals part. A plain word has
  // no parts.
  function chunks(text) {
    const found = [];
    for (const [raw] of text.matchAll(CHUNK)) {
      const word = raw.replace(APOSTROPHE, "").replace(EDGE, "");
      if (!word) continue;
      const pieces = word.split(NOT_ALPHANUMERIC);
      const parts = [];
      for (const piece of pieces) {
        const camel = piece.split(CAMEL);
        if (camel.length > 1 && pieces.length > 1) parts.push({ whole: term(piece), parts: camel.map(term) });
        else parts.push(...camel.map((one) => ({ whole: term(one), parts: [] })));
      }
      // An address or a version in digits is one thing: `0` of `0.0.0.0/0` tells nobody anything.
      const isNumber = /^[\d./:x-]+$/.test(word);
      if (parts.length === 1) found.push({ word: word.toLowerCase(), whole: parts[0].whole, parts: parts[0].parts });
      else {
        found.push({
          word: word.toLowerCase(),
          whole: term(pieces.join("")),
          parts: isNumber ? [] : parts.map((part) => part.whole),
          inner: parts.flatMap((part) => part.parts),
        });
      }
    }
    return found;
  }

  function isStopWord(chunk) {
    return STOP_WORDS.has(chunk.word);
  }

  // All terms of a text, stop words left out.
  function terms(text) {
    const all = [];
    for (const chunk of chunks(text)) {
      if (isStopWord(chunk)) continue;
      all.push(chunk.whole, ...chunk.parts, ...(chunk.inner ?? []));
    }
    return all;
  }

  aloud.text = { chunks, isStopWord, term, terms };
}
