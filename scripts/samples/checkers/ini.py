"""INI files: they parse, and where they are the AWS CLI's, it knows their sections, keys and values."""

import configparser
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from samples.config_files.aws_config import config_problems
from samples.config_files.ini_file import Section, parse
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean

# systemd repeats keys, and tells Environment from environment.
_UNIT_SUFFIXES = frozenset({".mount", ".path", ".service", ".socket", ".timer"})
_UNIT_SECTIONS = ("Install", "Mount", "Path", "Service", "Socket", "Timer", "Unit")


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Return a verdict for each sample."""
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    is_unit = PurePosixPath(sample.title).suffix in _UNIT_SUFFIXES
    try:
        sections = parse(sample.content, strict=not is_unit, keep_case=is_unit)
    except configparser.Error as error:
        return Verdict((_syntax_problem(error),), "configparser")
    if not sections:
        return Verdict((Problem(1, "there is no section"),), "configparser")
    kind = _aws_kind(sample.title, sections)
    if kind is not None:
        found = config_problems(sections, is_credentials=kind == "credentials")
        return Verdict(tuple(sorted(set(found))), "configparser, botocore")
    return Verdict(tuple(_unit_problems(sections)) if is_unit else (), "configparser")


def _syntax_problem(error: configparser.Error) -> Problem:
    if isinstance(error, configparser.DuplicateSectionError):
        return Problem(error.lineno, f"the section [{error.section}] stands twice")
    if isinstance(error, configparser.DuplicateOptionError):
        return Problem(error.lineno, f"the key `{error.option}` stands twice in [{error.section}]")
    if isinstance(error, configparser.MissingSectionHeaderError):
        return Problem(error.lineno, "a key stands before the first [section]")
    lines = [line for line, _ in getattr(error, "errors", ())]
    line = lines[0] if lines else getattr(error, "lineno", 1)
    return Problem(line, "is neither a [section] nor `key = value`")


def _aws_kind(title: str, sections: list[Section]) -> str | None:
    """Return "config" or "credentials" for the files of the AWS CLI, or None for other files."""
    stem = PurePosixPath(title).stem
    if stem == "credentials" or stem.endswith("aws-credentials"):
        return "credentials"
    if stem == "config" or stem.endswith("aws-config"):
        return "config"
    return "config" if any(section.name.startswith(("profile ", "sso-session ")) for section in sections) else None


def _unit_problems(sections: list[Section]) -> Iterator[Problem]:
    for section in sections:
        if section.name not in _UNIT_SECTIONS and not section.name.startswith("X-"):
            hint = did_you_mean(section.name, _UNIT_SECTIONS)
            yield Problem(section.line, f"systemd has no section [{section.name}]{hint}")
