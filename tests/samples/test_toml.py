"""The checker for TOML."""

from tests.samples.cases import run_cases

test_cases = run_cases(
    "toml",
    language="toml",
    title="app.toml",
    good={
        "tables": '[tool.app]\nname = "orders"\nports = [8080, 8081]\n',
        "samconfig": (
            'version = 0.1\n\n[default.global.parameters]\nstack_name = "orders"\n\n[default.deploy.parameters]\n'
            'capabilities = "CAPABILITY_IAM"\nresolve_s3 = true\n\n'
            '[prod.local_start_api.parameters]\nwarm_containers = "EAGER"\n',
            "samconfig.toml",
        ),
    },
    bad={
        "value": ("a = 1\nb =\n", 2, "is no valid TOML: Invalid value"),
        "string": ('a = "x\n', 1, "is no valid TOML"),
        "end": ('a = """x\n', 1, "is no valid TOML"),
        "key twice": ("a = 1\n\na = 2\n", 3, "Cannot overwrite a value"),
        "table twice": ("[a]\nb = 1\n[a]\n", 3, "is no valid TOML"),
        "no version": ("[default.deploy.parameters]\na = 1\n", 1, "lacks `version = 0.1`", "samconfig.toml"),
        "command": (
            "version = 0.1\n[default.deplyo.parameters]\na = 1\n",
            2,
            "no command `deplyo`; did you mean `deploy`?",
            "samconfig.toml",
        ),
        "no parameters": (
            "version = 0.1\n\n[default.deploy]\na = 1\n",
            3,
            "belong into [default.deploy.parameters]",
            "samconfig.toml",
        ),
        "key outside a table": ("version = 0.1\nstack_name = 'a'\n", 2, "belongs into a table", "samconfig.toml"),
    },
)
