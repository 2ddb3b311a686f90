"""What each format of reports has to hold, for Scripts/check-reports.

A check takes a case (what one run wrote, and the files that it is about) and yields what is wrong, one line each.
"""
import collections
import gzip
import json
import re
import unicodedata
import urllib.parse

import jsonschema
import rfc3987  # noqa: F401  without it, URIs are not checked
from lxml import etree
from markdown_it import MarkdownIt


class Source:
    """The bytes of a file, and where its lines begin."""

    def __init__(self, content):
        self.content = content
        self.starts = [0] + [match.end() for match in re.finditer(rb"\r\n|\n|\r", content)]

    def offset(self, line, column, unit):
        """The byte at a place; None if there is none, or it is inside of a character."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.content)
        if unit == "bytes":
            return start + column - 1 if start + column - 1 <= end else None
        if line == 1 and self.content.startswith(b"\xef\xbb\xbf"):
            start = 3
        units = 1
        for position, character in enumerate(self.content[start:end].decode()):
            if units == column:
                return start + len(self.content[start:end].decode()[:position].encode())
            units += 2 if unit == "utf16" and ord(character) > 0xFFFF else 1
        return end if units == column else None


def advice(finding):
    return finding["message"] + (f" {finding['help']}" if finding["help"] else "")


def shown(text, kept=""):
    """What a format without control characters has in their place."""
    def replacement(character):
        category = unicodedata.category(character)
        if character in kept or character in "\u200c\u200d":
            return character
        return {"Cc": "·", "Zl": "·", "Zp": "·", "Cf": "\ufffd"}.get(category, character)
    return "".join(map(replacement, text))


def range_of(place):
    return place["start"]["offset"], place["end"]["offset"]


def schema_of(properties, **others):
    """An object with these properties, all of them, and no others."""
    properties |= others
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


COUNT, TEXT, TEXT_OR_NULL = {"type": "integer", "minimum": 0}, {"type": "string"}, {"type": ["string", "null"]}
POSITION = schema_of({"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}, offset=COUNT)
RANGE = schema_of({"start": POSITION, "end": POSITION})
FIX = schema_of(
    {"title": TEXT, "safe": {"type": "boolean"}},
    edits={"type": "array", "minItems": 1, "items": schema_of({"range": RANGE, "text": TEXT})})
DIAGNOSTIC = schema_of({
    "rule": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "category": {"enum": ["refused", "fails", "risky", "advice"]}, "certainty": {"enum": ["certain", "likely"]},
    "severity": {"enum": ["error", "warning", "note"]}, "message": {"type": "string", "minLength": 1},
    "help": TEXT_OR_NULL, "file": TEXT, "range": RANGE, "workflow": TEXT_OR_NULL, "state": TEXT_OR_NULL,
    "pointer": {"type": ["string", "null"], "pattern": "^(/([^~/]|~[01])*)*$"}, "predicts": TEXT_OR_NULL,
    "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16,}$"},
    "related": {"type": "array", "items": schema_of({"message": TEXT, "file": TEXT, "range": RANGE})},
    "fixes": {"type": "array", "items": FIX}})
REPORT = schema_of({
    "version": {"const": 1},
    "summary": schema_of({
        "files": COUNT, "workflows": COUNT, "errors": COUNT, "warnings": COUNT, "notes": COUNT, "suppressed": COUNT}),
    "diagnostics": {"type": "array", "items": DIAGNOSTIC}})


def check_json(case, schemas):
    for error in jsonschema.Draft202012Validator(REPORT).iter_errors(case.report):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"
    levels = collections.Counter(finding["severity"] for finding in case.findings)
    summary = case.report["summary"]
    if [summary["errors"], summary["warnings"], summary["notes"]] != [levels[k] for k in ("error", "warning", "note")]:
        yield f"the summary counts wrongly: {summary}"
    for finding in case.findings:
        ranges = [finding["range"], *(place["range"] for place in finding["related"])]
        ranges += [edit["range"] for fix in finding["fixes"] for edit in fix["edits"]]
        for position in (place[end] for place in ranges for end in ("start", "end")):
            offset = case.source(finding["file"]).offset(position["line"], position["column"], "scalars")
            if offset != position["offset"]:
                yield f"{position} of {finding['file']} is at {offset}"
        if range_of(finding["range"])[0] > range_of(finding["range"])[1]:
            yield f"a range ends before it begins: {finding['range']}"


def check_json_lines(case, schemas):
    lines = case.texts["jsonl"].decode().split("\n")
    if lines.pop() != "":
        yield "the last line has no end"
    if [json.loads(line) for line in lines] != case.findings:
        yield "other findings than in JSON"


def place_of(finding):
    start = finding["range"]["start"]
    return f"{shown(finding['file'])}:{start['line']}:{start['column']}"


def unprintable(text):
    """What a terminal could take for a command, or what changes the order of what is read."""
    bad = {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")} - set("\n\u200c\u200d")
    if bad:
        yield f"it holds {sorted(bad)}"


def check_text(case, schemas):
    text = case.texts["text"].decode()
    yield from unprintable(text)
    actual = re.findall(r"^(error|warning|note)\[([a-z0-9-]+)\]: (.*)\n *--> (.*)$", text, re.MULTILINE)
    expected = [(f["severity"], f["rule"], shown(f["message"]), place_of(f)) for f in case.findings]
    if actual != expected:
        yield f"other findings: {[pair for pair in zip(actual, expected) if pair[0] != pair[1]][:1]}"
    helps = re.findall(r"^ *= help: (.*)$", text, re.MULTILINE)
    # Where there is no help, what a fix does stands in its place.
    advice = [f["help"] or f"{f['fixes'][0]['title']}." for f in case.findings if f["help"] or f["fixes"]]
    if helps != list(map(shown, advice)):
        yield "other help"
    if text.count("^") < len(case.findings):
        yield "not every place is underlined"


def check_concise(case, schemas):
    text = case.texts["concise"].decode()
    yield from unprintable(text)
    expected = [f"{place_of(f)}: {f['severity']}: {shown(f['message'])} [{f['rule']}]" for f in case.findings]
    if text.split("\n") != expected + [""]:
        yield "other lines"


def check_sarif(case, schemas):
    log = json.loads(case.texts["sarif"])
    schema = json.loads((schemas / "sarif-2.1.0.json").read_text())
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    for error in validator.iter_errors(log):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"
    run = log["runs"][0]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    # What GitHub asks for.
    if len(gzip.compress(case.texts["sarif"])) > 10 << 20 or len(results) > 25_000:
        yield "too large for GitHub"
    if any(len(rule["properties"]["tags"]) > 20 or not rule["help"]["markdown"] for rule in rules):
        yield "a rule with too many tags, or without help"
    if len(run["artifacts"]) != case.report["summary"]["files"]:
        yield "not all files are artifacts"
    if len(results) != len(case.findings):
        yield f"{len(results)} results of {len(case.findings)} findings"
    for result, finding in zip(results, case.findings):
        yield from check_result(case, result, finding, rules)


def check_result(case, result, finding, rules):
    if result["message"]["text"] != advice(finding).replace("](", "\\]("):
        yield f"another message: {result['message']['text']!r}"
    if rules[result["ruleIndex"]]["id"] != result["ruleId"] or result["ruleId"] != finding["rule"]:
        yield f"another rule: {result['ruleId']}"
    if result["level"] != finding["severity"]:
        yield f"another level: {result['level']}"
    if result["partialFingerprints"] != {"stateline/v1": finding["fingerprint"]}:
        yield "another fingerprint"
    location = result["locations"][0]
    names = [place["name"] for place in location.get("logicalLocations", [])]
    if names != [finding[key] for key in ("state", "workflow") if finding[key] is not None]:
        yield f"another logical location: {names}"
    regions = [(location["physicalLocation"], range_of(finding["range"]))]
    for place, related in zip(result.get("relatedLocations", []), finding["related"], strict=True):
        regions.append((place["physicalLocation"], range_of(related["range"])))
    for fix, expected in zip(result.get("fixes", []), finding["fixes"], strict=True):
        change = fix["artifactChanges"][0]
        for replacement, edit in zip(change["replacements"], expected["edits"], strict=True):
            place = {"artifactLocation": change["artifactLocation"], "region": replacement["deletedRegion"]}
            regions.append((place, range_of(edit["range"])))
            if replacement.get("insertedContent", {"text": ""})["text"] != edit["text"]:
                yield "another replacement"
    for place, (start, end) in regions:
        uri = place["artifactLocation"]["uri"]
        if urllib.parse.unquote(uri) != finding["file"] or not re.fullmatch(r"[A-Za-z0-9%._~/-]+", uri):
            yield f"another place: {uri}"
        region, source = place["region"], case.source(finding["file"])
        places = [source.offset(region[f"{end}Line"], region[f"{end}Column"], "utf16") for end in ("start", "end")]
        if places != [start, end] or [region["byteOffset"], region["byteLength"]] != [start, end - start]:
            yield f"the region {region} is not {start}..<{end} of {finding['file']}"


def check_github(case, schemas):
    lines = case.texts["github"].decode().split("\n")[:-1]
    if len(lines) != len(case.findings):
        yield f"{len(lines)} lines of {len(case.findings)} findings"
    for line, finding in zip(lines, case.findings):
        match = re.fullmatch(r"::(error|warning|notice) ((?:[A-Za-z]+=[^,:\r\n]*,?)+)::([^\r\n]*)", line)
        if not match:
            yield f"not a command: {line!r}"
            continue
        pairs = [item.split("=", 1) for item in match[2].split(",")]
        properties = {name: unescaped(value.replace("%2C", ",").replace("%3A", ":")) for name, value in pairs}
        start, end = finding["range"]["start"], finding["range"]["end"]
        path, message = shown(finding["file"], "\r\n"), shown(advice(finding), "\r\n")
        if unescaped(match[3]) != f"{path}:{start['line']}:{start['column']}: {message}":
            yield f"another message: {match[3]!r}"
        expected = {"file": path, "line": str(start["line"]), "endLine": str(end["line"])}
        if start["line"] == end["line"]:
            expected |= {"col": str(start["column"]), "endColumn": str(end["column"])}
        expected |= {"title": f"Stateline: {finding['rule']}"}
        if properties != expected or match[1] != finding["severity"].replace("note", "notice"):
            yield f"other properties: {match[1]} {properties}"


def unescaped(text):
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def check_gitlab(case, schemas):
    issues = json.loads(case.texts["gitlab"])
    schema = json.loads((schemas / "gitlab-codequality.schema.json").read_text())
    for error in jsonschema.Draft202012Validator(schema).iter_errors(issues):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"
    twins = [key for key, count in collections.Counter(i["fingerprint"] for i in issues).items() if count > 1]
    if twins:
        yield f"GitLab would show one of the findings with the fingerprint {twins[0]}"
    expected = [
        (advice(f), f["rule"], f["file"], f["range"]["start"]["line"], f["range"]["end"]["line"], f["fingerprint"],
         {"error": "critical", "warning": "major", "note": "info"}[f["severity"]])
        for f in case.findings]
    actual = [
        (i["description"], i["check_name"], i["location"]["path"], i["location"]["lines"]["begin"],
         i["location"]["lines"]["end"], i["fingerprint"], i["severity"])
        for i in issues]
    if actual != expected:
        yield "other findings"


def check_reviewdog(case, schemas):
    report = json.loads(case.texts["rdjson"])
    schema = json.loads((schemas / "rdf-DiagnosticResult.json").read_text())
    for error in jsonschema.Draft4Validator(schema).iter_errors(report):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"
    if len(report["diagnostics"]) != len(case.findings):
        yield f"{len(report['diagnostics'])} diagnostics of {len(case.findings)} findings"
    for diagnostic, finding in zip(report["diagnostics"], case.findings):
        source = case.source(finding["file"])

        def offsets(place):
            return tuple(source.offset(place[end]["line"], place[end]["column"], "bytes") for end in ("start", "end"))

        if diagnostic["message"] != advice(finding) or diagnostic["location"]["path"] != finding["file"]:
            yield f"another finding: {diagnostic['message']!r}"
        kind = finding["severity"].upper().replace("NOTE", "INFO"), finding["rule"]
        if (diagnostic["severity"], diagnostic["code"]["value"]) != kind:
            yield f"another kind of finding: {diagnostic['severity']} {diagnostic['code']}"
        if offsets(diagnostic["location"]["range"]) != range_of(finding["range"]):
            yield f"another place: {diagnostic['location']}"
        for suggestion in diagnostic.get("suggestions", []):
            start, end = offsets(suggestion["range"])
            suggested = source.content[:start] + suggestion["text"].encode() + source.content[end:]
            if suggested != fixed(source.content, finding["fixes"][0]["edits"]):
                yield f"another fix: {suggestion}"


def fixed(content, edits):
    for edit in reversed(edits):
        start, end = range_of(edit["range"])
        content = content[:start] + edit["text"].encode() + content[end:]
    return content


def check_junit(case, schemas):
    report = etree.fromstring(case.texts["junit"])
    for name in ("junit.xsd", "junit-jenkins.xsd"):
        schema = etree.XMLSchema(etree.parse(str(schemas / name)))
        if not schema.validate(report):
            yield f"{name}: {schema.error_log.last_error}"
    failures = report.findall(".//failure")
    if len(failures) != len(case.findings):
        yield f"{len(failures)} failures of {len(case.findings)} findings"
    actual = collections.Counter(
        (case.getparent().get("name"), case.get("classname"), case.get("name"), failure.get("type"),
         failure.get("message"), failure.text)
        for case in report.iter("testcase") for failure in case)
    expected = collections.Counter(map(junit_case, case.findings))
    if actual != expected:
        yield f"other findings: {list((actual - expected) + (expected - actual))[:2]}"
    for suite in report:
        counts = len(suite.findall("testcase")), len(suite.findall(".//failure"))
        if counts != (int(suite.get("tests")), int(suite.get("failures"))):
            yield f"the suite {suite.get('name')} counts wrongly"


def junit_case(finding):
    """What JUnit's XML has of a finding: the suite, the class and the name of the case, and its failure."""
    def text(part):
        return shown(part, "\t\r\n")

    start, path = finding["range"]["start"], text(finding["file"])
    name = f"{finding['rule']} at {text(finding['pointer'])}" if finding["pointer"] else finding["rule"]
    help = f"\n{text(finding['help'])}" if finding["help"] else ""
    message = text(finding["message"])
    place = f"{path}:{start['line']}:{start['column']}"
    return path, path, name, finding["severity"], message, f"{place}: {message}{help}"


def check_checkstyle(case, schemas):
    report = etree.fromstring(case.texts["checkstyle"])
    schema = etree.RelaxNG(etree.parse(str(schemas / "checkstyle.rng")))
    if not schema.validate(report):
        yield str(schema.error_log.last_error)
    actual = collections.Counter(
        (file.get("name"), error.get("line"), error.get("column"), error.get("message"), error.get("source"))
        for file in report for error in file)
    expected = collections.Counter(
        (shown(f["file"], "\t\r\n"), str(f["range"]["start"]["line"]), str(f["range"]["start"]["column"]),
         shown(advice(f), "\t\r\n"), f["rule"])
        for f in case.findings)
    if actual != expected:
        yield f"other findings: {list((actual - expected) + (expected - actual))[:2]}"
    if len(report) != case.report["summary"]["files"]:
        yield "not all files"


def check_markdown(case, schemas):
    tokens = MarkdownIt("commonmark").enable("table").parse(case.texts["markdown"].decode())
    rows, headings, cells, is_heading = [], [], [], False
    for token in tokens:
        if token.type == "heading_open":
            is_heading = True
        elif token.type == "tr_open":
            cells, is_heading = [], False
        elif token.type == "inline":
            text = "".join(
                "\n" if child.type == "html_inline" and child.content == "<br>" else child.content
                for child in token.children)
            (headings if is_heading else cells).append(text)
            is_heading = False
        elif token.type == "tr_close":
            rows.append(cells)
    rows = [row for row in rows if row != ["Place", "Severity", "Finding", "Rule"]]
    actual = collections.Counter(map(tuple, rows))
    expected = collections.Counter(
        (f"{f['range']['start']['line']}:{f['range']['start']['column']}", f["severity"],
         shown(f["message"]) + (f"\n{shown(f['help'])}" if f["help"] else ""), f["rule"])
        for f in case.findings)
    if actual != expected:
        yield f"other findings: {list((actual - expected) + (expected - actual))[:2]}"
    if sorted(headings[1:]) != sorted({shown(f["file"]) for f in case.findings}):
        yield "other files"


CHECKS = {
    "text": check_text, "concise": check_concise, "json": check_json, "jsonl": check_json_lines,
    "sarif": check_sarif, "github": check_github, "gitlab": check_gitlab, "junit": check_junit,
    "checkstyle": check_checkstyle, "rdjson": check_reviewdog, "markdown": check_markdown,
}
