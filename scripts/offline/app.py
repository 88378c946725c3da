"""The site as an app: what a device needs to know to install it."""

import json
import re

from served_files import ServedFile

NAME = "manifest.webmanifest"
TOKENS = "assets/stylesheets/tokens.css"  # where the colors are, below the documents
ICONS = (
    ("assets/images/icon-192.png", 192, "any"),
    ("assets/images/icon-512.png", 512, "any"),
    ("assets/images/icon-maskable-512.png", 512, "maskable"),
)
_SHORTCUTS = (("All questions", "study/questions/"), ("Mock interview", "study/mock-interview/"))
_SCHEME = re.compile(r'^\[data-md-color-scheme="(\w+)"\] \{(.*?)^\}', re.MULTILINE | re.DOTALL)
_COLOR = re.compile(r"--([\w-]+): (#\w+);")


def colors(tokens: str) -> dict[str, dict[str, str]]:
    """Return the colors of `tokens.css` as {color scheme: {name: "#rrggbb" or "#rgb"}}."""
    schemes: dict[str, dict[str, str]] = {}
    for scheme, rules in _SCHEME.findall(tokens):
        schemes.setdefault(scheme, {}).update(_COLOR.findall(rules))
    return schemes


def app_facts(colors: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return what templates say of the app, as `config.extra.app`: its manifest, an icon, and the color of the
    browser's bar in each scheme. `colors` is as `colors` returns it."""
    bars = {scheme: names["surface"] for scheme, names in colors.items()}
    return {"manifest": NAME, "icon": ICONS[-1][0], "light": bars["default"], "dark": bars["slate"]}


def web_manifest(name: str, description: str, light: dict[str, str]) -> ServedFile:
    """Return the app's manifest. `light` holds the colors of the light scheme: a manifest has room for one.

    Its addresses are relative to itself, at the root of the site, so that the site may lie below a path.
    """
    manifest = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": light["surface"],
        "background_color": light["ground"],
        "icons": [
            {"src": file, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for file, size, purpose in ICONS
        ],
        "shortcuts": [{"name": title, "url": address} for title, address in _SHORTCUTS],
    }
    return ServedFile(NAME, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
