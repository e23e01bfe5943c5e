import { describe, expect, it } from "vitest";
import { buildItem, findingsOf, optionsOf } from "../build-item.ts";

const withOptions = (texts: string[], ...right: number[]) =>
  buildItem({ options: optionsOf(texts, ...right) });
const four = (last: string) => withOptions(["Add a queue", "Add a topic", "Add a stream", last], 0);
const long = (count: number) => `${"word ".repeat(count - 1)}end`;

describe("option rules", () => {
  const cases: [code: string, bad: ReturnType<typeof buildItem>, good: ReturnType<typeof buildItem>][] = [
    [
      "option-count",
      withOptions(["One", "Two", "Three"], 0),
      withOptions(["One", "Two", "Three", "Four"], 0),
    ],
    [
      "option-count",
      withOptions(["One", "Two", "Three", "Four", "Five"], 0),
      withOptions(["One", "Two", "Three", "Four", "Five"], 0, 1),
    ],
    [
      "option-count",
      withOptions(["One", "Two", "Three", "Four"], 0, 1),
      withOptions(["A1", "B2", "C3", "D4", "E5", "F6"], 0, 1, 2),
    ],
    [
      "option-count",
      withOptions(["A1", "B2", "C3", "D4", "E5", "F6"], 0, 1, 2, 3),
      withOptions(["A1", "B2", "C3", "D4", "E5", "F6"], 0, 1),
    ],
    ["option-length", four(long(41)), four(long(40))],
    ["option-spread", four("x".repeat(75)), four("x".repeat(59))],
    ["all-of-the-above", four("All of the above"), four("Both the topic and the stream")],
    ["all-of-the-above", four("None of these."), four("None of the messages is kept")],
    ["all-of-the-above", four("Both of the options"), four("All of the messages are kept")],
    ["all-of-the-above", four("Either of the above"), four("Either subnet will do")],
    ["same-option", four("add a  `queue`."), four("Add no queue")],
    ["contained-option", four("Add a queue and a worker"), four("Add two queues and a worker")],
  ];
  it.each(cases)("%s", (code, bad, good) => {
    expect(findingsOf(code, [bad])).toHaveLength(1);
    expect(findingsOf(code, [good])).toEqual([]);
  });

  it("lets a short name stand in a longer one", () => {
    const names = withOptions(["Amazon S3", "Amazon S3 Glacier", "Amazon EFS", "Amazon EBS"], 0);
    expect(findingsOf("contained-option", [names])).toEqual([]);
  });

  it("names the option that is said again", () => {
    const [issue] = findingsOf("same-option", [four("Add a queue")]);
    expect(issue).toMatchObject({
      severity: "error",
      message: 'lambda-vpc-internet: the option says the same as "option-a"',
    });
  });

  it("leaves lengths of computed items alone", () => {
    const template = { variables: { n: { oneOf: [1, 2] } }, values: {} };
    const item = { ...four(long(60)), template };
    expect([...findingsOf("option-length", [item]), ...findingsOf("option-spread", [item])]).toEqual([]);
  });
});
