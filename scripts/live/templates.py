"""Remembers compiled templates from one build of the live site to the next: an edit changes none of some fifty."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class RememberedTemplates(BytecodeCache):
    """Keeps them in memory. A template whose text has changed is compiled again: Jinja compares the text's digest."""

    def __init__(self):
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._known.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


REMEMBERED = RememberedTemplates()
