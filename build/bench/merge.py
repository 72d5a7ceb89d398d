#!/usr/bin/env python3
"""Writes reports of 'stages' and 'check' as a fleet of repositories would, for trying 'merge'.

usage: merge.py DIR REPOSITORIES STAGES [DAY] [--check]

Each repository has STAGES stages. On a later DAY (a number) more of them comply. With --check there is
a report of 'check' beside each of 'stages'.
"""

import hashlib
import json
import pathlib
import random
import sys

RULES = ["IG101", "IG103", "IG104", "IG106", "IG109", "IG201", "IG203", "IG301", "IG304"]
TEAMS = ["payments", "orders", "identity", "logistics", "search", "billing", "mobile", "partners", ""]
ENVIRONMENTS = ["prod", "staging", "test", "dev"]
FIELDS = ["$context.requestId", "$context.identity.sourceIp", "$context.status", "$context.responseLatency"]
LOCATION = {"line": 26, "column": 1, "endLine": 41, "endColumn": 2}


def chance(*parts):
    """A number from 0 to 1 that is the same each time."""
    digest = hashlib.sha256("/".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32


def stage(repository, number, team, day):
    environment = ENVIRONMENTS[number % len(ENVIRONMENTS)]
    path = f"infra/api{number // 4}.tf"
    verdicts = {}
    for rule in RULES:
        luck = chance(repository, number, rule) + 0.0015 * day
        verdicts[rule] = "fail" if luck < 0.06 else "conditional" if luck < 0.07 else "unknown" if luck < 0.11 else "pass"
    values = set(verdicts.values())
    compliance, verdict = next(
        ((word, kind) for word, kind in (("failing", "fail"), ("conditional", "conditional"), ("unknown", "unknown")) if kind in values),
        ("compliant", ""),
    )
    tags = {"Team": team, "Owner": f"{team}@example.com", "CostCenter": "4711"} if team else {}
    group = f"aws_cloudwatch_log_group.api{number}"
    address = f'module.api{number // 4}.aws_api_gateway_stage.this["{environment}"]'
    return {
        "id": address, "resource": address, "stageName": environment, "stack": "infra", "kind": "declared",
        "api": "REST" if number % 3 else "HTTP", "language": "terraform", "location": {"path": path, **LOCATION},
        "accessLog": {
            "status": "no" if verdicts["IG101"] == "fail" else "yes", "when": None,
            "format": {"kind": "json", "fields": FIELDS, "complete": True},
            "destination": {"kind": "log-group", "resource": group, "text": None},
        },
        "logGroup": {"resource": group, "declared": True, "name": f"/api/{number}", "retentionDays": 365, "retention": "days",
                     "tags": tags, "tagsComplete": True},
        "tags": tags, "tagsComplete": True,
        "accountRole": {"status": "declared", "reference": "aws_iam_role.apigw.arn", "approved": None}, "overridable": [],
        "environment": environment, "compliance": compliance,
        "rules": sorted(rule for rule, kind in verdicts.items() if kind == verdict), "verdicts": verdicts,
    }


def head(name, day):
    return {"schemaVersion": 1, "tool": {"name": "iac-guard", "version": "0.1.0"},
            "source": {"repository": name, "commit": hashlib.sha1(f"{name}{day}".encode()).hexdigest(), "date": "2026-11-29"}}


def exceptions(name, number):
    if chance(name, "waiver") > 0.2:
        return []
    return [{"rule": random.Random(name).choice(RULES), "resources": ["aws_api_gateway_stage.this"], "kind": "policy",
             "reason": "moves to the shared gateway", "since": f"2026-{1 + number % 11:02}-10", "until": "2027-03-31", "ageDays": 10,
             "daysLeft": 120, "location": {"path": "iac-guard.yaml", **LOCATION}}]


def main():
    arguments = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder, repositories, stages = pathlib.Path(arguments[0]), int(arguments[1]), int(arguments[2])
    day = int(arguments[3]) if len(arguments) > 3 else 0
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(repositories):
        name = f"example/service-{number:05}"
        team = TEAMS[number % len(TEAMS)]
        rows = [stage(name, i, team, day) for i in range(stages)]
        count = {word: sum(row["compliance"] == word for row in rows) for word in ("compliant", "failing", "conditional", "unknown")}
        report = head(name, day) | {
            "stages": rows,
            "summary": {
                "stages": stages, "compliant": count["compliant"], "nonCompliant": count["failing"] + count["conditional"],
                "unknown": count["unknown"], "adherence": count["compliant"] / stages if stages else 1,
                "exceptions": exceptions(name, number),
                "monthlyCost": {"stages": stages, "gigabytes": 12.5 * stages, "ingestion": 6.25 * stages, "storage": 0.7 * stages,
                                "currency": "USD", "prices": "us-east-1, 2026-06"},
            },
            "problems": [],
        }
        (folder / f"{number:05}.stages.json").write_text(json.dumps(report, separators=(",", ":")))
        if "--check" in sys.argv:
            findings = [
                {"rule": rule, "name": "some-name", "severity": "error", "verdict": kind, "message": "stage has no access log", "when": None,
                 "help": None, "example": None, "resource": row["id"], "stack": "infra", "location": row["location"], "related": [],
                 "suppressed": False, "suppression": None, "standing": None, "onChange": False,
                 "fingerprint": hashlib.sha256(f"{rule}{row['id']}".encode()).hexdigest()[:32],
                 "group": hashlib.sha256(f"{rule}{row['id']}".encode()).hexdigest()[:32]}
                for row in rows for rule, kind in row["verdicts"].items() if kind != "pass"
            ]
            check = head(name, day) | {
                "findings": findings, "problems": [], "mended": [],
                "summary": {"stages": stages, **count, "errors": len(findings), "warnings": 0, "notes": 0, "undecided": 0, "suppressed": 0},
            }
            (folder / f"{number:05}.check.json").write_text(json.dumps(check, separators=(",", ":")))


main()
