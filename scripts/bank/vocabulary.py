"""The words that the question format is made of. The style guide explains each of them."""

from dataclasses import dataclass

TYPES = ("concept", "how-to", "comparison", "scenario", "debugging", "architecture")
LEVELS = ("foundational", "intermediate", "advanced")

FRONT_MATTER_KEYS = ("title", "description", "reviewed")  # what a topic page must have
FRONT_MATTER_ALLOWED = (*FRONT_MATTER_KEYS, "hide", "template")  # the others are for pages about the site


@dataclass(frozen=True, slots=True)
class PartKind:
    """One part of a question, and how a page marks it.

    A part is either a callout (`callout` holds its type, `label` begins its title) or a paragraph that begins with
    `label` in bold. `required` says whether every question must have it.
    """

    key: str
    label: str
    required: bool
    callout: str | None = None


# In the order in which they must stand.
PARTS = (
    PartKind("also_asked", "Also asked", required=False),
    PartKind("thirty_seconds", "In 30 seconds", required=True, callout="abstract"),
    PartKind("in_production", "In production", required=False, callout="example"),
    PartKind("mistakes", "Common mistakes", required=True, callout="warning"),
    PartKind("takeaway", "Key takeaway", required=True, callout="tip"),
    PartKind("quick_check", "Quick check", required=False, callout="question"),
    PartKind("follow_up", "Follow-up", required=True),
    PartKind("sources", "Sources", required=True),
)


def part_of_callout(kind: str, title: str) -> PartKind | None:
    """Return the part that a callout of this type and title is, or None if it is none."""
    return next((p for p in PARTS if p.callout == kind and title.startswith(p.label)), None)


def part_of_label(text: str) -> PartKind | None:
    """Return the part that a paragraph with this bold beginning (such as "Sources:") is, or None."""
    return next((p for p in PARTS if p.callout is None and text.rstrip(":") == p.label), None)
