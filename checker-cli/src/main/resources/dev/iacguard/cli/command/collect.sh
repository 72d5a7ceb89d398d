#!/usr/bin/env bash
# Saves what AWS says of API Gateway stages, their log destinations, logging role and alarms, for
# 'iac-guard stages' and 'iac-guard check'. Every call only reads.
#
#   bash collect.sh [REGION...]      default: the Region of the AWS CLI
#
# It uses the AWS CLI with its own environment and configuration (AWS_PROFILE, AWS_ENDPOINT_URL, ...)
# and writes below the current directory, to ACCOUNT/REGION/*.json. A file holds one JSON document
# per call. A call that fails is kept with its error, and the others go on. The templates of stacks
# with a stage are written to templates/ACCOUNT/REGION/.
#
# Exit codes: 0 complete, 2 no access to AWS, 3 incomplete.

set -u -o pipefail
export AWS_PAGER=''
export AWS_RETRY_MODE="${AWS_RETRY_MODE:-adaptive}"
export AWS_MAX_ATTEMPTS="${AWS_MAX_ATTEMPTS:-10}"
export LC_ALL=C

failed=0
account=''
region=''
folder=''

# The text of standard input as the inside of a JSON string.
json_text() {
  tr '\000-\037' ' ' | sed 's/\\/\\\\/g; s/"/\\"/g'
}

# read_call FILE ARGUMENTS SERVICE OPERATION [OPTION...]: one call, kept in FILE.
# ARGUMENTS are what the call was asked for, as a JSON object.
read_call() {
  local file="$folder/$1" arguments="$2" answer="$folder/answer.part" error="$folder/error.part"
  local service="$3" operation="$4" status=0
  shift 4
  aws "$service" "$operation" --region "$region" --output json "$@" >"$answer" 2>"$error" || status=$?
  {
    printf '{"iacGuardExport": 1, "account": "%s", "region": "%s", "call": "%s %s", "arguments": %s, ' \
      "$account" "$region" "$service" "$operation" "$arguments"
    if [ "$status" -eq 0 ]; then
      printf '"output":\n'
      if [ -s "$answer" ]; then cat "$answer"; else printf '{}\n'; fi
    else
      printf '"error": "%s"\n' "$(json_text <"$error")"
    fi
    printf '}\n'
  } >>"$file"
  if [ "$status" -ne 0 ]; then
    failed=1
    printf 'collect.sh: %s %s %s: %s\n' "$region" "$service" "$operation" "$(tr '\n' ' ' <"$error")" >&2
  fi
  rm -f "$answer" "$error"
  return "$status"
}

# answer_as FORMAT QUERY SERVICE OPERATION [OPTION...]: what a query finds in the answer of a call.
answer_as() {
  local format="$1" query="$2"
  shift 2
  aws "$@" --region "$region" --query "$query" --output "$format"
}

# names QUERY SERVICE OPERATION [OPTION...]: the same as words.
names() {
  answer_as text "$@" | tr '\t' '\n' | sed '/^None$/d'
}

# found KEY FILE...: the strings under a key of saved files, each once.
found() {
  local key="$1"
  shift
  cat "$@" 2>/dev/null | grep -io "\"\($key\)\": *\"[^\"\\]*\"" | sed 's/^"[^"]*": *"//; s/"$//; s/:\*$//' | sort -u
}

stages() {
  local id ids
  read_call account.json '{}' apigateway get-account
  if read_call rest-apis.json '{}' apigateway get-rest-apis; then
    ids=$(names 'items[].id' apigateway get-rest-apis) || failed=1
    for id in $ids; do
      read_call rest-stages.json "{\"restApiId\": \"$id\"}" apigateway get-stages --rest-api-id "$id"
      read_call authorizers.json "{\"restApiId\": \"$id\"}" apigateway get-authorizers --rest-api-id "$id"
    done
  fi
  if read_call apis.json '{}' apigatewayv2 get-apis; then
    ids=$(names 'Items[].ApiId' apigatewayv2 get-apis) || failed=1
    for id in $ids; do
      read_call stages.json "{\"apiId\": \"$id\"}" apigatewayv2 get-stages --api-id "$id"
      read_call authorizers.json "{\"apiId\": \"$id\"}" apigatewayv2 get-authorizers --api-id "$id"
    done
  fi
}

# Tags are asked for of the log groups that stages write to, unless they are gone.
log_groups() {
  local arn
  read_call log-groups.json '{}' logs describe-log-groups
  read_call metric-filters.json '{}' logs describe-metric-filters
  for arn in $(comm -12 <(found destinationArn "$folder"/*stages.json) <(found arn "$folder/log-groups.json")); do
    read_call log-group-tags.json "{\"resourceArn\": \"$arn\"}" logs list-tags-for-resource --resource-arn "$arn"
  done
}

# Firehose streams are asked for only if a stage logs to one. These calls have no pages that the AWS
# CLI reads by itself; an account has at most 5,000 streams in a Region, and a stream 50 tags. Where a
# stream delivers to is not kept, because secrets may be part of it.
streams() {
  local name list
  list=$(found destinationArn "$folder"/*stages.json | sed -n 's|^arn:[^:]*:firehose:.*:deliverystream/||p')
  [ -n "$list" ] || return
  read_call streams.json '{}' firehose list-delivery-streams --limit 10000 || return
  for name in $(comm -12 <(printf '%s\n' "$list") <(names 'DeliveryStreamNames[]' firehose list-delivery-streams \
    --limit 10000 | sort -u)); do
    read_call streams.json "{\"deliveryStreamName\": \"$name\"}" \
      firehose describe-delivery-stream --delivery-stream-name "$name" --query \
      '{DeliveryStreamDescription: DeliveryStreamDescription.{DeliveryStreamName: DeliveryStreamName, DeliveryStreamARN: DeliveryStreamARN, DeliveryStreamStatus: DeliveryStreamStatus}}'
    read_call streams.json "{\"deliveryStreamName\": \"$name\"}" \
      firehose list-tags-for-delivery-stream --delivery-stream-name "$name" --limit 50
  done
}

policy() {
  local arn="$1" version
  case "$arn" in
    arn:*:iam::aws:policy/*) return ;;
  esac
  version=$(names 'Policy.DefaultVersionId' iam get-policy --policy-arn "$arn") || failed=1
  read_call role.json "{\"policyArn\": \"$arn\"}" \
    iam get-policy-version --policy-arn "$arn" --version-id "${version:-v1}"
}

# The role of the account's setting, with its policies.
role() {
  local role name list arn
  role=$(found cloudwatchRoleArn "$folder/account.json" | sed 's|.*/||')
  [ -n "$role" ] || return
  read_call role.json "{\"roleName\": \"$role\"}" iam get-role --role-name "$role"
  if read_call role.json "{\"roleName\": \"$role\"}" iam list-role-policies --role-name "$role"; then
    list=$(names 'PolicyNames[]' iam list-role-policies --role-name "$role") || failed=1
    for name in $list; do
      read_call role.json "{\"roleName\": \"$role\", \"policyName\": \"$name\"}" \
        iam get-role-policy --role-name "$role" --policy-name "$name"
    done
  fi
  read_call role.json "{\"roleName\": \"$role\"}" iam list-attached-role-policies --role-name "$role"
  for arn in $(found 'PolicyArn\|PermissionsBoundaryArn' "$folder/role.json"); do
    policy "$arn"
  done
}

# A template as it was given: an object when it was JSON, a string of YAML otherwise.
template() {
  local name="$1" file="templates/$folder/$1" query='TemplateBody'
  if ! answer_as json "$query" cloudformation get-template --stack-name "$name" --template-stage Original \
    >"$file.json"; then
    failed=1
    printf 'collect.sh: %s: no template of the stack %s\n' "$region" "$name" >&2
    rm -f "$file.json"
  elif [ "$(head -c 1 "$file.json")" = '"' ]; then
    rm -f "$file.json"
    answer_as text "$query" cloudformation get-template --stack-name "$name" --template-stage Original \
      >"$file.yaml" || failed=1
  fi
}

# The CloudFormation stacks that stages belong to. Outputs are not kept. AWS answers with asterisks instead
# of the value of a parameter that has NoEcho.
stacks() {
  local name
  for name in $(found 'aws:cloudformation:stack-name' "$folder"/*stages.json); do
    read_call cloudformation.json "{\"stackName\": \"$name\"}" \
      cloudformation describe-stacks --stack-name "$name" --query \
      '{Stacks: Stacks[].{StackName: StackName, StackId: StackId, StackStatus: StackStatus, Tags: Tags, Parameters: Parameters}}'
    read_call cloudformation.json "{\"stackName\": \"$name\"}" \
      cloudformation describe-stack-resources --stack-name "$name"
    template "$name"
  done
}

collect() {
  region="$1"
  folder="$account/$region"
  mkdir -p "$folder" "templates/$folder" || exit 2
  rm -f "$folder"/*.json "$folder"/*.part "templates/$folder"/*.json "templates/$folder"/*.yaml
  stages
  log_groups
  streams
  role
  read_call alarms.json '{}' cloudwatch describe-alarms
  stacks
  printf 'collect.sh: wrote %s\n' "$folder" >&2
}

if ! command -v aws >/dev/null; then
  printf 'collect.sh: the AWS CLI (aws) is not installed\n' >&2
  exit 2
fi
if [ "$#" -eq 0 ]; then
  set -- "$(aws configure list | sed -n 's/^ *region *:\{0,1\} *\([a-z0-9-]*\).*/\1/p')"
fi
for each in "$@"; do
  case "$each" in
    '' | *[!a-z0-9-]*)
      printf 'collect.sh: name Regions: bash collect.sh eu-west-1 us-east-1\n' >&2
      exit 2
      ;;
  esac
done
account=$(aws sts get-caller-identity --region "$1" --query Account --output text)
case "$account" in
  '' | *[!0-9]*)
    printf 'collect.sh: AWS does not say which account this is; sign in first\n' >&2
    exit 2
    ;;
esac
for each in "$@"; do
  collect "$each"
done
if [ "$failed" -ne 0 ]; then
  printf 'collect.sh: incomplete: some calls failed, the files name them\n' >&2
  exit 3
fi
