// Marks as a file, and back. A file is taken whole or not at all: one bad record, and nothing is changed.

{
  const FORMAT = "aloud-marks";
  const VERSION = 1;
  const MAX_BYTES = 20_000_000; // ten times what ten thousand marks take
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  const isCard = (card) => card === null || (Array.isArray(card) && card.length === 7 && card.every(Number.isFinite));

  // A time of the future would win over every later mark.
  const isTime = (at) => Number.isInteger(at) && at > 0 && at <= Date.now() + 86_400_000;

  function problemOf([id, record]) {
    if (!ID.test(id) || id.length > 200) return `“${id.slice(0, 40)}” is not the id of a question`;
    if (!record || typeof record !== "object") return `what it says of “${id}” is not a mark`;
    if (!Object.hasOwn(aloud.MARKS, record.mark)) return `it knows a mark for “${id}” that there is not`;
    if (!isTime(record.at)) return `it has no time for the mark of “${id}”, or one that has not come yet`;
    if (!isCard(record.card) || !isCard(record.before)) return `it has no schedule for “${id}” that could be used`;
    return null;
  }

  aloud.exportMarks = () => JSON.stringify({ format: FORMAT, version: VERSION, marks: aloud.marks.all() }, null, 1);

  // Returns the marks in the text of a file. Throws an Error whose message says what is wrong with it.
  aloud.readMarks = (text) => {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      throw new Error("it is not a file of marks (it is not JSON), or it is damaged");
    }
    if (data?.format !== FORMAT) throw new Error("it is not a file of marks of this site");
    if (data.version !== VERSION)
      throw new Error("it was written by another edition of this site; reload the page, and try again");
    if (!data.marks || typeof data.marks !== "object" || Array.isArray(data.marks))
      throw new Error("it holds no marks");
    const marks = Object.entries(data.marks);
    const problem = marks.map(problemOf).find(Boolean);
    if (problem) throw new Error(problem);
    return Object.fromEntries(marks.map(([id, { mark, at, card, before }]) => [id, { mark, at, card, before }]));
  };

  // Adds marks; of a question that both have, the later mark stays. Returns how many were new, and how many newer.
  aloud.mergeMarks = (marks) => {
    const counts = { added: 0, updated: 0 };
    aloud.marks.change((own) => {
      for (const [id, record] of Object.entries(marks)) {
        if (own[id] && own[id].at >= record.at) continue;
        counts[own[id] ? "updated" : "added"] += 1;
        own[id] = record;
      }
    });
    return counts;
  };

  // Reads a file that the reader chose. Throws an Error as `readMarks` does.
  aloud.importMarks = async (file) => {
    if (file.size > MAX_BYTES) throw new Error("it is too large for a file of marks");
    return aloud.mergeMarks(aloud.readMarks(await file.text()));
  };
}
