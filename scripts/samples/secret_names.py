"""Recognizes names of settings that hold secrets."""

_ENDINGS = (
    "ACCESS_KEY_ID",
    "API_KEY",
    "PASSPHRASE",
    "PASSWD",
    "PASSWORD",
    "PRIVATE_KEY",
    "SECRET",
    "SECRET_ACCESS_KEY",
    "SECRET_KEY",
    "SESSION_TOKEN",
    "TOKEN",
)


def names_a_secret(name: str) -> bool:
    """Tell whether a setting of this name holds a secret itself; `DB_SECRET_ARN` and `TOKEN_URL` only lead to one."""
    upper = name.upper().replace("-", "_")
    return any(upper == ending or upper.endswith(f"_{ending}") for ending in _ENDINGS)
