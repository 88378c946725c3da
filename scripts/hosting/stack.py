"""The stack that `site.yaml` describes, as it exists in an account."""

POLICY = "ContentSecurityPolicy"
_CAPABILITIES = ["CAPABILITY_IAM"]  # the template has a role, which an update of the policy does not touch


class Stack:
    """A stack by its name and a client of CloudFormation. All methods raise what botocore raises."""

    def __init__(self, client, name: str):
        self._cloudformation = client
        self._name = name

    def outputs(self) -> dict[str, str]:
        """Return the outputs by their names."""
        return {one["OutputKey"]: one["OutputValue"] for one in self._description().get("Outputs", ())}

    def policy(self) -> str:
        """Return the content security policy that is sent now."""
        return self._parameters()[POLICY]

    def set_policy(self, policy: str) -> None:
        """Send another content security policy from now on, and wait until the stack has it."""
        parameters = self._parameters()
        if parameters[POLICY] == policy:
            return  # CloudFormation refuses an update that changes nothing
        unchanged = [{"ParameterKey": name, "UsePreviousValue": True} for name in parameters if name != POLICY]
        self._cloudformation.update_stack(
            StackName=self._name,
            UsePreviousTemplate=True,
            Parameters=[*unchanged, {"ParameterKey": POLICY, "ParameterValue": policy}],
            Capabilities=_CAPABILITIES,
        )
        self._cloudformation.get_waiter("stack_update_complete").wait(StackName=self._name)

    def _parameters(self) -> dict[str, str]:
        return {one["ParameterKey"]: one["ParameterValue"] for one in self._description()["Parameters"]}

    def _description(self) -> dict:
        return self._cloudformation.describe_stacks(StackName=self._name)["Stacks"][0]
