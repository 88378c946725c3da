"""The `event` of a Lambda function, as all the events that it may be."""

from dataclasses import dataclass

from samples.lambda_functions.events import Place
from samples.literals import ScalarValue
from samples.python_code.kinds import ANYTHING, Kind, Site, text_of
from samples.python_code.responses import Getter, ItemsMethod


@dataclass(frozen=True, slots=True)
class Event(Kind):
    """An event, or a part of one: a place in the event of each trigger that may have sent it."""

    places: tuple[Place, ...]

    def _step(self, key: str | None, site: Site) -> Kind:
        reads = site.findings.event
        # What asks whether there is a key at the top tells one trigger from another.
        asked = [place for place in self.places if not (site.may_lack and not place.path and key not in place.node)]
        steps = (place.step(key, site.line, reads) for place in asked)
        places = tuple(place for place in steps if place)
        return Event(places) if places else ANYTHING

    def item(self, key: Kind, site: Site) -> Kind:
        if (name := text_of(key)) is not None:
            return self._step(name, site)
        return self._step(None, site) if isinstance(key.value(0), ScalarValue) else ANYTHING

    def iterate(self, site: Site) -> Kind:
        return self._step(None, site)

    def attribute(self, name: str, site: Site) -> Kind:
        types = {type(place.node) for place in self.places if place.node is not None}
        if types and not any(hasattr(one, name) for one in types):
            remedy = f'; write ["{name}"]' if dict in types else ""
            site.report(f"a part of the event is a {min(t.__name__ for t in types)}: it has no `{name}`{remedy}")
        if name == "get" and dict in types:
            return Getter(self)
        if name == "values":
            return ItemsMethod(ANYTHING, name)
        return ANYTHING
