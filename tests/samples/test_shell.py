"""The checker for shell scripts, and through it the parser of the AWS CLI."""

import yaml

from samples.shell_code.shellcheck import DATA
from samples.shell_code.syntax import read_script
from tests.samples.cases import run_cases

GOOD = {
    "variables of the reader": """\
aws ecs create-service --cluster shop --service-name web --task-definition web:7 \\
  --desired-count "$COUNT" \\
  --network-configuration "awsvpcConfiguration={subnets=[$SUBNET_A,$SUBNET_B],\\
securityGroups=[$WEB_SECURITY_GROUP],assignPublicIp=DISABLED}" \\
  --load-balancers "targetGroupArn=${TARGET_GROUP_ARN},containerName=web,containerPort=$PORT"
""",
    "variables in JSON": """\
aws dynamodb put-item --table-name orders --item "{\\"id\\": {\\"S\\": \\"$ID\\"}}"
aws ecs create-service --service-name web --network-configuration \\
  '{"awsvpcConfiguration": {"subnets": ["'"$SUBNET"'"], "assignPublicIp": "ENABLED"}}'
aws autoscaling put-scaling-policy --auto-scaling-group-name web --policy-name cpu \\
  --policy-type TargetTrackingScaling --target-tracking-configuration \\
  '{"PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"}, "TargetValue": '"$CPU"'}'
""",
    "a whole structure in a variable": 'aws ecs run-task --task-definition web --network-configuration "$NETWORK"\n',
    "a list in a variable": """\
TASKS=$(aws ecs list-tasks --cluster shop --query 'taskArns[]' --output text)
aws ecs describe-tasks --cluster shop --tasks $TASKS
aws ec2 describe-instances --instance-ids $(cat instances.txt)
""",
    "an array": """\
common=(--cluster shop --service web)
aws ecs update-service "${common[@]}" --force-new-deployment
aws ecs update-service "$@"
""",
    "loops, functions and conditions": """\
set -euo pipefail
account() { aws sts get-caller-identity --query Account --output text; }
for queue in $(aws sqs list-queues --query 'QueueUrls[]' --output text); do
  aws sqs get-queue-attributes --queue-url "$queue" --attribute-names All
done
if ! aws s3api head-bucket --bucket "logs-$(account)" 2>/dev/null; then
  aws s3 mb "s3://logs-$(account)"
fi
while read -r id; do aws ec2 terminate-instances --instance-ids "$id"; done < ids.txt
""",
    "values that the AWS CLI adds": """\
aws ec2 run-instances --image-id "$AMI" --instance-type t3.micro --user-data file://setup.sh \\
  --metadata-options HttpTokens=required
aws ec2 start-network-insights-analysis --network-insights-path-id "$WAY"
""",
    "files": """\
aws iam create-role --role-name app --assume-role-policy-document file://trust.json
aws lambda update-function-code --function-name app --zip-file fileb://app.zip
aws lambda invoke --function-name app --payload fileb://event.json out.json
aws lambda invoke --function-name app --cli-binary-format raw-in-base64-out --payload '{"a": 1}' out.json
aws ecs register-task-definition --cli-input-json file://web.task-definition.json
aws s3api put-object --bucket b --key k --body app.zip
aws ec2 run-instances --cli-input-json '{"ImageId": "ami-0123456789abcdef0", "MinCount": 1, "MaxCount": 1}'
aws acm import-certificate --certificate fileb://cert.pem --private-key fileb://key.pem
aws ecs run-task --generate-cli-skeleton > run.json
""",
    "binary values in base64": "aws kinesis put-record --stream-name s --partition-key k --data aGVsbG8=\n",
    "the AWS CLI's own commands": """\
aws s3 sync dist/ s3://site --delete --exclude '*' --include '*.html' --cache-control max-age=60
aws s3 cp - s3://logs/today.txt < today.txt
aws s3 presign s3://logs/today.txt --expires-in 300
aws s3 rm s3://logs/old/ --recursive --dryrun
aws cloudformation package --template-file app.sam.yaml --s3-bucket b --output-template-file out.yaml
aws cloudformation deploy --template-file out.yaml --stack-name app --capabilities CAPABILITY_IAM \\
  --parameter-overrides Stage=prod Size=2 --no-fail-on-empty-changeset
aws eks update-kubeconfig --name shop --alias shop
aws ecs deploy --service web --task-definition td.json --codedeploy-appspec appspec.yml
aws configure set region us-east-1 --profile dev
aws ssm start-session --target i-0123456789abcdef0
aws ecs wait services-stable --cluster shop --services web
aws emr create-cluster --release-label emr-7.1.0 --applications Name=Spark --use-default-roles \\
  --instance-type m5.xlarge --instance-count 3
aws ecr get-login-password | docker login --username AWS --password-stdin 111122223333.dkr.ecr.us-east-1.amazonaws.com
""",
    "version 2": """\
aws sso login --profile dev
aws login --remote
aws logout
aws configure sso
aws configure export-credentials --profile dev --format env
aws logs tail /aws/lambda/app --follow --since 10m --format short
aws ec2-instance-connect ssh --instance-id i-0123456789abcdef0 --connection-type eice
aws ddb select orders --key-condition 'id = "1"'
aws iam wizard new-role
aws ec2 describe-regions --output yaml --no-cli-pager --cli-error-format json
aws ecs run-task --cli-input-yaml file://run.yaml
aws ecs create-express-gateway-service --execution-role-arn "$ROLE" --infrastructure-role-arn "$INFRA" \\
  --primary-container image=nginx --monitor-resources
aws s3 cp s3://a/b s3://c/d --copy-props none
""",
    "queries": """\
aws ec2 describe-instances \\
  --query 'Reservations[].Instances[].[InstanceId, Tags[?Key==`Name`] | [0].Value, State.Name]'
aws ec2 describe-images --query 'sort_by(Images, &CreationDate)[-1].{Id: ImageId, Made: CreationDate}'
aws iam get-policy-version --policy-arn "$ARN" --version-id v1 --query 'PolicyVersion.Document.Statement[0].Action'
aws ec2 describe-instances --query "Reservations[].Instances[?Tags[?Value=='$NAME']][].InstanceId"
aws ecs describe-services --services web --query "services[$N].deployments[*].rolloutState"
aws iam get-account-summary --query 'SummaryMap.{Users: Users}'
aws s3api list-objects-v2 --bucket b --query 'sum(Contents[].Size)'
aws ec2 describe-instances --query "$QUERY"
""",
    "other tools and wrappers": """\
kubectl get pods -A --frobnicate
sudo aws s3 ls
AWS_PROFILE=dev aws sts get-caller-identity
aws ecs list-tasks --query 'taskArns[]' --output text | xargs -n1 aws ecs stop-task --task
xargs -I{} aws s3 rm "s3://logs/{}" < keys.txt
command -v aws
aws --version
aws ec2 help
curl -fsS "https://example.com/$NAME" | jq .
""",
    "heredoc": 'cat > key.json <<EOF\n{"a": "$(aws sts get-caller-identity --query Arn --output text)"}\nEOF\n',
    "read from the script": 'region=us-east-1\naws ec2 describe-vpcs --region "$region"\n',
}

BAD = {
    # ShellCheck
    "syntax": ("if true; then\n  echo a\n", 1, "SC1046"),
    "unquoted variable": ("rm $FILE\n", 1, "SC2086"),
    "split value of an option that is no list": ("aws ecs list-tasks --cluster $CLUSTER\n", 1, "SC2086"),
    "lower-case name that is not assigned": ('echo "$nmae"\n', 1, "SC2154"),
    "unused variable": ("name=x\necho hello\n", 1, "SC2034"),
    # Command and options
    "service": ("aws ecz list-tasks\n", 1, "unknown command `aws ecz`"),
    "operation": ("aws ecs list-task\n", 1, "did you mean `list-tasks`"),
    "waiter": ("aws ecs wait services-stabel --services web\n", 1, "did you mean `services-stable`"),
    "no operation": ("aws ecs\n", 1, "`aws ecs` needs a subcommand"),
    "option": (
        "aws ecs list-tasks \\\n  --cluster a \\\n  --famly b\n",
        3,
        "unknown option --famly of `aws ecs list-tasks`",
    ),
    "abbreviated option": ("aws ecs list-tasks --clus a\n", 1, "--clus is short for --cluster"),
    "required option": ("aws ecs create-service --cluster a\n", 1, "the required option --service-name"),
    "required argument": ("aws lambda invoke --function-name f\n", 1, "the required argument <outfile>"),
    "option without its value": ("aws ecs list-tasks --cluster\n", 1, "expected one argument"),
    "stray word": ("aws ecs list-tasks --cluster my shop\n", 1, "`shop` belongs to no option"),
    "repeated option": (
        "aws ec2 describe-instances \\\n  --filters Name=vpc-id,Values=v \\\n  --filters Name=subnet-id,Values=s\n",
        2,
        "--filters stands twice",
    ),
    "global option": ("aws ec2 describe-vpcs \\\n  --output yml\n", 2, "--output must be one of json"),
    "Region": ("aws ec2 describe-vpcs --region us-eest-1\n", 1, "unknown Region `us-eest-1`; did you mean"),
    "Region from a variable": ('r=us-eest-1\naws ec2 describe-vpcs --region "$r"\n', 2, "unknown Region `us-eest-1`"),
    # Values
    "enum": ("aws ecs create-service --service-name a \\\n  --launch-type FARGAT\n", 2, "did you mean `FARGATE`"),
    "enum in a list": ("aws cloudformation create-stack --stack-name s --capabilities IAM\n", 1, "value 1 is `IAM`"),
    "enum in shorthand": (
        "aws s3api put-bucket-versioning --bucket b --versioning-configuration Status=On\n",
        1,
        "`Status` is `On`",
    ),
    "enum of an own command": (
        "aws cloudformation deploy --stack-name s --template-file t --capabilities CAPABILITY_IAMM\n",
        1,
        "did you mean `CAPABILITY_IAM`",
    ),
    "enum beside a variable": (
        'aws ecs run-task --task-definition "$TD" --launch-type FARGAT\n',
        1,
        "did you mean `FARGATE`",
    ),
    "number": ("aws ecs create-service --service-name a --desired-count two\n", 1, "takes a whole number, not `two`"),
    "too large": ("aws sts get-session-token --duration-seconds 999999\n", 1, "at most 129600"),
    "too small": ("aws sts get-session-token --duration-seconds 1\n", 1, "at least 900"),
    "too short": ("aws sts get-access-key-info --access-key-id AKIA\n", 1, "a length of at least 16"),
    "too long": ("aws sts get-caller-identity && aws iam get-role --role-name " + "r" * 65 + "\n", 1, "longer than 64"),
    "pattern": (
        "aws secretsmanager get-random-password\naws iam get-role --role-name 'my role'\n",
        2,
        "does not match",
    ),
    "shorthand": (
        'aws ecs create-service --service-name a --network-configuration "awsvpcConfiguration={subnets=[a"\n',
        1,
        "--network-configuration cannot be read: Expected",
    ),
    "member in shorthand": (
        'aws ecs create-service --service-name a --network-configuration "awsvpcConfiguration={subnet=[a]}"\n',
        1,
        "has no member `subnet`; did you mean `subnets`",
    ),
    "missing member": (
        'aws ecs create-service --service-name a --network-configuration "awsvpcConfiguration={securityGroups=[a]}"\n',
        1,
        "`awsvpcConfiguration` lacks the required `subnets`",
    ),
    "JSON": ('aws dynamodb put-item --table-name t --item \'{"a": {"S": "b"}\'\n', 1, "--item cannot be read: Invalid"),
    "type in JSON": (
        'aws dynamodb put-item --table-name t --item \'{"a": {"N": 1}}\'\n',
        1,
        "must be a string, but is `1`",
    ),
    "input as JSON": ('aws ecs run-task --cli-input-json \'{"taskDef": "a"}\'\n', 1, "has no parameter `taskDef`"),
    "input as JSON lacks something": ("aws ecs run-task --cli-input-json '{}'\n", 1, "--task-definition is missing"),
    "timestamp": (
        "aws logs create-log-group --log-group-name g\naws cloudtrail lookup-events --start-time yesterdy\n",
        2,
        "must be a timestamp, but is `yesterdy`",
    ),
    # Files and binary values
    "text for a binary value": ("aws lambda invoke --function-name f --payload '{\"a\": 1}' o\n", 1, "as base64"),
    "text for a nested binary value": (
        "aws kinesis put-records --stream-name s --records 'Data=hi there,PartitionKey=a'\n",
        1,
        "value 1, `Data` is binary",
    ),
    "file:// for a binary value": (
        "aws lambda invoke --function-name f --payload file://e.json o\n",
        1,
        "give fileb://",
    ),
    "file:// for an archive": (
        "aws lambda update-function-code --function-name f --zip-file file://a.zip\n",
        1,
        "takes fileb://",
    ),
    "path for an archive": ("aws lambda update-function-code --function-name f --zip-file a.zip\n", 1, "fileb://"),
    "fileb:// for a path": (
        "aws s3api put-object --bucket b --key k --body fileb://a\n",
        1,
        "takes the path of a file",
    ),
    # Queries
    "query syntax": ("aws ecs list-tasks --query 'taskArns[0'\n", 1, "--query is no JMESPath"),
    "query field": (
        "aws ecs list-tasks \\\n  --query 'tasksArns[0]'\n",
        2,
        "has no field `tasksArns` here; did you mean",
    ),
    "query of a list": ("aws ec2 describe-instances --query 'Reservations.Instances[]'\n", 1, "put [] before it"),
    "query in a filter": (
        "aws ec2 describe-volumes --query 'Volumes[?Stat==`in-use`].VolumeId'\n",
        1,
        "no field `Stat`",
    ),
    "query function": ("aws ec2 describe-images --query 'len(Images)'\n", 1, "JMESPath has no function `len`"),
    # The shell
    "brace expansion": (
        "aws ecs run-task --task-definition a \\\n"
        "  --network-configuration awsvpcConfiguration={subnets=[a],securityGroups=[b]}\n",
        2,
        "several words of the braces",
    ),
    "pattern for files": ("aws s3 cp . s3://b --recursive --exclude *.txt\n", 1, "pattern for file names"),
    "command in a substitution": ('x=$(aws ecs list-task)\necho "$x"\n', 1, "unknown command"),
    "command in a pipe": ("aws sts get-caller-identity | aws ecs list-task\n", 1, "unknown command"),
    "command in a loop": ('for i in 1 2; do\n  aws ecs list-task --x "$i"\ndone\n', 2, "unknown command"),
    "command in a function": ("f() {\n  aws ecs list-task\n}\nf\n", 2, "unknown command"),
    "command in a heredoc": ("cat <<EOF\n$(aws ecs list-task)\nEOF\n", 2, "unknown command"),
    "command after a condition": ("true &&\n  aws ecs list-task\n", 2, "unknown command"),
    "command behind sudo": ("sudo -u me aws ecs list-task\n", 1, "unknown command"),
    "command behind xargs": ("xargs -n1 aws ecs stop-task --taks < f\n", 1, "unknown option --taks"),
    "value of the reader in brackets": ("aws ecs list-tasks --cluster <my-cluster>\n", 1, "SC10"),
    # The AWS CLI's own commands
    "two local paths": ("aws s3 cp a b\n", 1, "takes other paths"),
    "bucket without s3://": ("aws s3 mb logs\n", 1, "such as s3://logs"),
    "bucket with a key": ("aws s3 rb s3://logs/a\n", 1, "a bucket without a key"),
    "recursive stream": ("aws s3 cp - s3://b/k --recursive\n", 1, "Streaming"),
    "storage class": ("aws s3 cp a s3://b --storage-class GLACIAL\n", 1, "--storage-class must be one of STANDARD"),
    "option of an own command": ("aws eks update-kubeconfig --name a --aliases b\n", 1, "unknown option --aliases"),
    "required option of an own command": ("aws cloudformation deploy --stack-name s\n", 1, "--template-file"),
    # Version 2
    "option of a version 2 command": ("aws logs tail g --folow\n", 1, "did you mean `--follow`"),
    "choice of a version 2 command": ("aws logs tail g --format long\n", 1, "--format must be one of detailed"),
    "required option of version 2": ("aws ec2-instance-connect ssh\n", 1, "--instance-id"),
    "group of version 2": ("aws ddb\n", 1, "needs a subcommand"),
    "gone in version 2": ("aws ecr get-login --no-include-email\n", 1, "get-login-password"),
    "alias gone in version 2": (
        "aws deploy list-application-revisions --application-name a --s-3-bucket b\n",
        1,
        "use --s3-bucket",
    ),
    "option gone in version 2": ("aws ec2 describe-vpcs --v2-debug\n", 1, "unknown option --v2-debug"),
}

test_cases = run_cases("shell", language="bash", title="sample.sh", good=GOOD, bad=BAD)


def words_of(script: str) -> list[list[str]]:
    return [[word.text for word in command.words] for command in read_script(script).commands]


def test_words_are_those_that_the_shell_passes():
    script = 'x=1\naws a \'b c\' "d \\"e\\" \\\n f" g\\ h "i"j\'k\' $\'l\\tm\' "$x" ${x} "a  $x"\n'
    assert words_of(script) == [
        ["aws", "a", "b c", 'd "e"  f', "g h", "ijk", "l\tm", "1", "1", "a  1"],
    ]


def test_a_variable_that_changes_is_not_known():
    [first, second] = words_of('x=1\naws "$x"\nx=2\naws "${x:-3}"\n')
    assert first[1] == second[1] != "1"


def test_exceptions_are_sorted_and_have_reasons():
    for exceptions in yaml.safe_load(DATA.read_text("utf-8")).values():
        assert list(exceptions) == sorted(exceptions)
        assert all(exceptions.values())
