// The buttons that take the marks out as a file, bring them in, and delete them.

{
  const { element, button } = aloud;

  function download(text, name) {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  aloud.exchangeButtons = () => {
    const status = aloud.statusLine("progress__status");

    const out = button("button", "Export your marks");
    out.addEventListener("click", () => {
      const day = new Date().toISOString().slice(0, 10);
      download(aloud.exportMarks(), `aloud-marks-${day}.json`);
      status.textContent = `${aloud.counted(Object.keys(aloud.marks.all()).length, "mark")} exported.`;
    });

    const input = Object.assign(element("input", "progress__file"), { type: "file", accept: ".json,application/json" });
    const bringIn = element("label", "button progress__import", "Import marks", input);
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      try {
        const { added, updated } = await aloud.importMarks(file);
        status.textContent = `Imported: ${aloud.counted(added, "new mark")}, ${updated} newer than yours. Nothing of yours was lost.`;
      } catch (error) {
        status.textContent = `${file.name} was not imported, and nothing was changed: ${error.message}.`;
      }
      input.value = "";
    });

    const clear = button("button", "Delete all marks");
    clear.addEventListener("click", () => {
      const count = Object.keys(aloud.marks.all()).length;
      if (!confirm(`Delete ${aloud.counted(count, "mark")}? Unless you exported them, they are gone for good.`)) return;
      aloud.marks.change((marks) => Object.keys(marks).forEach((id) => delete marks[id]));
      status.textContent = "All marks are deleted.";
    });

    return element("div", "progress__exchange", out, bringIn, clear, status);
  };
}
