#!/usr/bin/env python3
"""Translates the SAM templates of templates/ with the real translator and keeps what concerns stages.

usage: translate.py OUT     (needs the package aws-sam-translator, version 1.110.0)

The digest behind the logical id of a deployment is left out: it stands for the API's definition.
"""
import json
import os
import pathlib
import re
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

KEPT = ("AWS::ApiGateway::", "AWS::ApiGatewayV2::", "AWS::Logs::")
TYPES = ("Stage", "Deployment", "RestApi", "Api", "LogGroup")
PROPERTIES = {
    "RestApi": ("Name", "Tags"),
    "Api": ("Name", "ProtocolType"),
}


def main(out):
    here = pathlib.Path(__file__).parent / "templates"
    out.mkdir(parents=True, exist_ok=True)
    for source in sorted(here.glob("*.yaml")):
        translated = Translator({}, Parser()).translate(yaml_parse(source.read_text()), {})
        text = json.dumps(reduced(translated), indent=1, sort_keys=True)
        text = re.sub(r"Deployment[0-9a-f]{10}\b", "Deployment", text)
        (out / (source.stem + ".json")).write_text(text + "\n")


def reduced(template):
    kept = {k: template[k] for k in ("Parameters", "Conditions", "Mappings", "Outputs") if k in template}
    kept["Resources"] = {}
    for logical_id, resource in template["Resources"].items():
        kind = resource["Type"].split("::")[-1]
        if resource["Type"].startswith(KEPT) and kind in TYPES:
            properties = resource.get("Properties", {})
            properties.pop("Description", None)
            wanted = PROPERTIES.get(kind)
            if wanted:
                properties = {k: v for k, v in properties.items() if k in wanted}
            kept["Resources"][logical_id] = {**resource, "Properties": properties}
    return kept


main(pathlib.Path(sys.argv[1]))
