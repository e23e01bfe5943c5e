import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readBank } from "../../src/bank/compile-bank.ts";
import { formatIssue } from "../../src/bank/format-issue.ts";
import { parseBankFile } from "../../src/bank/parse-bank.ts";
import { c02, c03, temporaryFolder } from "../helpers/program.ts";

const exams = [c02, c03];
const fixture = (name: string) => path.join(import.meta.dirname, "..", "fixtures", "banks", name);
const placesOf = (file: string) =>
  readBank(file, exams).issues.map(
    ({ line, column, code, message }) =>
      `${line}:${column} ${code} ${message.replace(path.dirname(file) + path.sep, "")}`,
  );

function fileWith(content: string | Buffer): string {
  const file = path.join(temporaryFolder(), "bank.yaml");
  writeFileSync(file, content);
  return file;
}

describe("a bank file", () => {
  test("gives its items with file and line", () => {
    const { items, issues } = parseBankFile(fixture("sound.yaml"), exams);
    expect(issues).toEqual([]);
    expect(items).toMatchObject([{ id: "first", line: 3, file: fixture("sound.yaml"), services: ["sqs"] }]);
  });

  test("tells every violation of the format at its place", () => {
    expect(placesOf(fixture("many-problems.yaml"))).toMatchInlineSnapshot(`
      [
        "3:9 wrong-value items[0].id: a slug has lower-case letters, digits and hyphens",
        "6:12 wrong-value items[0].level: Invalid option: expected one of "recall"|"apply"|"analyse"",
        "10:9 missing-key items[0].options[1]: the key "why" is missing",
        "13:18 wrong-value items[0].references[0]: a reference is an https URL",
        "14:15 wrong-value items[0].verified: a date looks like 2026-11-21",
        "15:5 unknown-key items[0]: unknown key "colour"",
      ]
    `);
  });

  test("tells what the items mean wrongly: keys, exams, objectives, ids", () => {
    expect(placesOf(fixture("semantic.yaml"))).toMatchInlineSnapshot(`
      [
        "11:15 duplicate-option twice: the option id "a" occurs twice",
        "10:7 no-key twice: no option is correct",
        "6:28 unknown-objective twice: dva-c03 has no objective 9.9.9",
        "6:44 unknown-exam twice: there is no exam "dva-c09"",
        "21:7 all-keys twice: every option is correct",
        "15:5 duplicate-id the id "twice" is taken by semantic.yaml:4",
      ]
    `);
  });

  test.each([
    ["syntax.yaml", "4:11", "yaml-syntax"],
    ["exploding.yaml", "1:1", "yaml-aliases"],
  ])("%s is refused at %s with %s", (name, place, code) => {
    expect(placesOf(fixture(name))[0]).toMatch(new RegExp(`^${place} ${code} `));
  });

  test("that is no text, no UTF-8, too large or missing is refused with its place", () => {
    expect(placesOf(fileWith(Buffer.from("a: b\nc: \0")))).toEqual([
      "2:4 file-binary byte 8 is zero: this is no text file",
    ]);
    expect(placesOf(fileWith(Buffer.from([0x61, 0x0a, 0x62, 0xc3, 0x28])))).toEqual([
      "2:3 file-encoding byte 4 is not valid UTF-8",
    ]);
    const large = fileWith("format: 1\n");
    truncateSync(large, 100 * 1024 * 1024);
    expect(placesOf(large)).toEqual([
      "1:1 file-too-large the file has 104857600 bytes, at most 16777216 are read",
    ]);
    expect(placesOf("/nowhere/bank.yaml")).toEqual(["1:1 file-unreadable cannot read the bank (ENOENT)"]);
  });

  test("loses control sequences and direction overrides of its texts", () => {
    const text = `format: 1\nitems:\n  - id: first\n    services: [sqs]\n    objectives: { dva-c03: 1.1.8 }\n    level: apply\n    stem: "Red \\e[31mtext\\e[0m and \\u202Eoverride\\u0007"\n    options:\n      - { id: a, text: Yes, correct: true, why: Sure. }\n      - { id: b, text: No, why: Not. }\n    explanation: So.\n    references: [https://example.com/]\n    verified: 2026-11-21\n`;
    expect(parseBankFile(fileWith(text), exams).items[0]?.stem).toBe("Red text and \ufffdoverride\ufffd");
  });
});

describe("computed items", () => {
  test("have the draws that keep their options apart", () => {
    const { items } = parseBankFile(fixture("templates.yaml"), exams);
    const draws = items[0]?.draws ?? [];
    expect(draws.length).toBeGreaterThanOrEqual(8);
    for (const { items: n = 0, size = 0, key, flat } of draws) {
      expect(key).toBe(Math.ceil(size / 4) * n);
      expect(flat).toBe(Math.ceil((size * n) / 4));
      expect(key).not.toBe(flat);
    }
  });

  test("with an unknown name, a bad expression or too few draws are refused", () => {
    expect(placesOf(fixture("templates.yaml"))).toMatchInlineSnapshot(`
      [
        "32:11 template-name unknown-name: {{m}} is neither a variable nor a value",
        "31:22 template-expression unknown-name: "nothing * 2": Undefined symbol nothing",
        "44:7 template-draws too-few: only 3 draws keep the options apart",
      ]
    `);
  });

  test.each([
    "import({ceil: 1}, {override: true})",
    "createUnit('foo')",
    "config({})",
    "parse('1 + 1')",
    "evaluate('1+1')",
    "[1, 2]",
    "1 / 0",
    "'text'",
  ])("the expression %s is refused", (expression) => {
    const text = `format: 1\nitems:\n  - id: first\n    services: [sqs]\n    objectives: { dva-c03: 1.1.8 }\n    level: apply\n    template:\n      variables: { n: { from: 1, to: 20 } }\n      values: { key: ${JSON.stringify(expression)} }\n    stem: How many of {{n}}?\n    options:\n      - { id: a, text: "{{key}}", correct: true, why: Sure. }\n      - { id: b, text: "x{{n}}", why: Not. }\n    explanation: So.\n    references: [https://example.com/]\n    verified: 2026-11-21\n`;
    expect(readBank(fileWith(text), exams).issues[0]).toMatchObject({
      code: "template-expression",
      line: 9,
      column: 22,
    });
  });
});

describe("a bank folder", () => {
  test("is read file by file in the order of names, and other files do not matter", () => {
    const folder = temporaryFolder();
    const item = (id: string) =>
      `format: 1\nitems:\n  - id: ${id}\n    services: [sqs]\n    objectives: { dva-c03: 1.1.8 }\n    level: apply\n    stem: Which?\n    options:\n      - { id: a, text: Yes, correct: true, why: Sure. }\n      - { id: b, text: No, why: Not. }\n    explanation: So.\n    references: [https://example.com/]\n    verified: 2026-11-21\n`;
    writeFileSync(path.join(folder, "b.yaml"), item("two"));
    writeFileSync(path.join(folder, "a.yml"), item("one"));
    writeFileSync(path.join(folder, "README.md"), "# not a bank");
    mkdirSync(path.join(folder, "exams"));
    expect(readBank(folder, exams)).toMatchObject({ items: [{ id: "one" }, { id: "two" }], issues: [] });
  });
});

test("an issue is shown with the line before, the line, a caret and a hint", () => {
  const [issue] = readBank(fixture("syntax.yaml"), exams).issues;
  expect(issue && formatIssue(issue, "bank.yaml")).toMatchInlineSnapshot(`
    "bank.yaml:4:11  error  yaml-syntax
      3 |   - id: broken
      4 |     stem: a colon: in plain text
        |           ^
      Nested mappings are not allowed in compact mappings
      hint: mend the YAML at this place; quote text that contains a colon followed by a blank"
  `);
});
