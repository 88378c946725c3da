"""Draw the Mermaid fences of all pages, and delete the drawings that no page uses any more.

usage: draw_diagrams.py [--all]     --all draws them all again, after an update of Mermaid

Needs the packages of package.json (`npm ci`) and a Chromium. Exit status: 0 all drawn, 1 a diagram has an error,
2 something is missing on this machine.
"""

import argparse
import base64
import json
import re
import sys
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from bank import load_bank
from browser import open_browser
from command_line import UsageError, command
from rendering.diagrams import FOLDER, STYLE, drawing_name
from whole_files import write_whole

MERMAID = Path("node_modules/mermaid/dist/mermaid.min.js")
SVGO = Path("node_modules/svgo/dist/svgo.browser.js")
FONT = Path("docs/assets/fonts/sans.woff2")

# Text is measured when it is drawn, so it must be drawn in the font in which the site shows it.
PAGE = """<!doctype html><style>
@font-face {{ font-family: "Aloud Sans"; src: url(data:font/woff2;base64,{font}); font-weight: 100 900; }}
</style><p style="font-family: 'Aloud Sans'">measure</p>"""

# What the style sheet of diagrams tells apart. Mermaid gives classes to all else, and an element to each word.
CLASSES = Path("docs/assets/stylesheets/diagram.css")

DRAW = """async ([source, id, style, classes]) => {
  await document.fonts.ready;
  mermaid.initialize(style);
  const { svg } = await mermaid.render(id, source);
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  drawing.querySelectorAll("style").forEach((element) => element.remove());  // the site's stylesheet colors it
  for (const element of drawing.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (name === "name" || name.startsWith("data-")) element.removeAttribute(name);
    }
    for (const name of [...element.classList]) if (!classes.includes(name)) element.classList.remove(name);
    if (!element.classList.length) element.removeAttribute("class");
  }
  for (const line of drawing.querySelectorAll("text > tspan")) line.textContent = line.textContent;
  for (const nothing of drawing.querySelectorAll("rect:not([width])")) nothing.remove();
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  drawing.setAttribute("width", Math.ceil(width));
  drawing.setAttribute("height", Math.ceil(height));
  for (const name of ["style", "aria-roledescription"]) drawing.removeAttribute(name);
  drawing.setAttribute("role", "img");
  return new XMLSerializer().serializeToString(drawing);
}"""

OPTIMIZE = """async ([svg, path]) => {
  const { optimize } = await import(path);
  return optimize(svg, {
    multipass: true,
    floatPrecision: 1,
    plugins: [{
      name: "preset-default",
      params: { overrides: {
        cleanupIds: false,
        convertShapeToPath: false,  // the style sheet tells a decision from a step by its shape
        removeDesc: false,
        removeUnknownsAndDefaults: { keepAriaAttrs: true, keepRoleAttr: true },
      } },
    }],
  }).data;
}"""


@command
def main() -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="draw_diagrams.py", description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="draw all again")
    arguments = parser.parse_args()

    wanted = {
        drawing_name(fence.content): (page.path, fence)
        for page in load_bank(Path("docs")).pages.values()
        for fence in page.fences
        if fence.language == "mermaid"
    }
    missing = {name: place for name, place in wanted.items() if arguments.all or not (FOLDER / name).exists()}
    failed = draw(missing) if missing else 0
    unused = [file for file in FOLDER.glob("*.svg") if file.name not in wanted]
    for file in unused:
        file.unlink()
    print(f"diagrams: {len(wanted)} in all, {len(missing) - failed} drawn, {failed} failed, {len(unused)} deleted")
    return 1 if failed else 0


def draw(missing) -> int:
    """Draw each of `missing` (file name -> page and fence) in one browser; return how many failed.

    Raises UsageError if a package or a browser is missing.
    """
    for needed in (MERMAID, SVGO):
        if not needed.exists():
            raise UsageError(f"{needed} is missing: run `npm ci`, or `make diagrams`, which does.")
    style = json.loads(STYLE.read_text("utf-8"))
    classes = re.findall(r"\.([a-z][\w-]*)", CLASSES.read_text("utf-8"), re.IGNORECASE)
    failed = 0
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        tab = browser.new_page()
        tab.set_default_timeout(20_000)
        tab.set_content(PAGE.format(font=base64.b64encode(FONT.read_bytes()).decode()))
        tab.add_script_tag(path=MERMAID)
        module = "data:text/javascript;base64," + base64.b64encode(SVGO.read_bytes()).decode()
        for name, (page, fence) in missing.items():
            try:
                svg = tab.evaluate(DRAW, [fence.content, f"d{name[:8]}", style, classes])
                svg = tab.evaluate(OPTIMIZE, [svg, module])
            except BrowserError as error:
                failed += 1
                print(f"docs/{page}:{fence.line}: {str(error).splitlines()[0]}", file=sys.stderr)
                continue
            write_whole(FOLDER / name, svg + "\n")
        browser.close()
    return failed


if __name__ == "__main__":
    sys.exit(main())
