"""What tests need of npm: `make audit` installs it, `make test` does not."""

import pytest

from audits.node_tools import PACKAGES


def needs(package: str):
    """Return a mark that leaves a test out where a package is not installed."""
    return pytest.mark.skipif(
        not (PACKAGES / package).is_dir(), reason=f"`make audit` installs {package} and runs this"
    )
