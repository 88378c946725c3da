// When a question is due again, by FSRS. It thinks in days: what was not known comes back tomorrow.

{
  const DAY = 86_400_000;
  const RATINGS = { unknown: 1, unsure: 2, known: 3 }; // the library's Again, Hard, Good

  let scheduler = null;

  // A card of the library as seven numbers: ten thousand of them must fit into the browser's storage.
  const packed = ({ due, stability, difficulty, reps, lapses, state, last_review: last }) => [
    due.getTime(),
    Number(stability.toFixed(4)),
    Number(difficulty.toFixed(4)),
    reps,
    lapses,
    state,
    last.getTime(),
  ];

  const unpacked = ([due, stability, difficulty, reps, lapses, state, last]) => ({
    ...aloud.fsrs.createEmptyCard(new Date(last)),
    due: new Date(due),
    stability,
    difficulty,
    reps,
    lapses,
    state,
    last_review: new Date(last),
  });

  function next(card, mark, now) {
    scheduler ??= aloud.fsrs.fsrs({ enable_short_term: false, enable_fuzz: false });
    const date = new Date(now);
    return packed(scheduler.next(card ? unpacked(card) : aloud.fsrs.createEmptyCard(date), date, RATINGS[mark]).card);
  }

  const isSameDay = (one, other) => new Date(one).toDateString() === new Date(other).toDateString();

  aloud.isOfToday = ({ at }, now = Date.now()) => isSameDay(at, now);

  // Gives a question a mark, or takes its mark away with null. Resolves when it is kept.
  aloud.mark = async (id, mark, now = Date.now()) => {
    if (mark) await aloud.loadScript(aloud.files.scheduler).catch(() => {});
    aloud.marks.change((marks) => {
      const old = marks[id];
      const before = !old ? null : isSameDay(old.at, now) ? old.before : old.card;
      if (!mark) delete marks[id];
      else marks[id] = { mark, at: now, card: aloud.fsrs ? next(before, mark, now) : null, before };
    });
  };

  aloud.dueAt = ({ at, card }) => card?.[0] ?? at + DAY;

  aloud.endOfToday = () => new Date().setHours(23, 59, 59, 999);

  // Due is what comes due before this day ends where the reader is. Who asks for many gives its end.
  aloud.isDue = (record, end = aloud.endOfToday()) => aloud.dueAt(record) <= end;

  // The whole days until a question is due, 0 for today.
  aloud.daysUntilDue = (record, now = Date.now()) => {
    const [due, today] = [aloud.dueAt(record), now].map((time) => new Date(time).setHours(12, 0, 0, 0));
    return Math.max(0, Math.round((due - today) / DAY));
  };
}
