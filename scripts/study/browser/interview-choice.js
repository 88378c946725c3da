// Which questions an interview asks: a pure function of the choice and the bank, so one link gives everybody the same.

{
  // Minutes for a question of each level, in the order in which levels are asked.
  aloud.ALLOTMENTS = { foundational: 2, intermediate: 4, advanced: 6 };

  const levels = Object.keys(aloud.ALLOTMENTS);

  // FNV-1a, then the last steps of MurmurHash3, which set names apart that differ in one letter.
  function hash(text) {
    let h = 0x811c9dc5;
    for (const character of text) h = Math.imul(h ^ character.codePointAt(0), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }

  // Rendezvous hashing: each name has its own rank for a seed, so one that is added moves no other.
  function ranked(items, seed, nameOf) {
    const rows = items.map((item) => [hash(`${seed} ${nameOf(item)}`), nameOf(item), item]);
    return rows.sort(([a, m], [b, n]) => a - b || (m < n ? -1 : 1)).map(([, , item]) => item);
  }

  // Returns the questions to ask, in order. `topics` (paths) and `levels` that are empty stand for all. In rounds, each
  // topic gives its best ranked question that still fits into the minutes: none comes twice before each has come once.
  aloud.chooseInterview = ({ questions, topics, levels: wanted, minutes, seed }) => {
    const isAsked = ({ topic, level }) =>
      (!topics.length || topics.includes(topic.path)) && (!wanted.length || wanted.includes(level));
    const left = ranked(questions.filter(isAsked), seed, ({ id }) => id);
    const paths = ranked([...new Set(left.map(({ topic }) => topic.path))], seed, (path) => path);
    const chosen = [];
    let free = minutes;
    let before;
    do {
      before = chosen.length;
      for (const path of paths) {
        const at = left.findIndex(({ topic, level }) => topic.path === path && aloud.ALLOTMENTS[level] <= free);
        if (at < 0) continue;
        free -= aloud.ALLOTMENTS[left[at].level];
        chosen.push(...left.splice(at, 1));
      }
    } while (chosen.length > before);
    return chosen.sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
  };
}
