import { describe, expect, it } from "vitest";
import { buildItem, findingsOf, optionsOf } from "../build-item.ts";

const withWhy = (why: string) =>
  buildItem({ options: buildItem().options.map((option, at) => (at === 1 ? { ...option, why } : option)) });

describe("letter-reference", () => {
  it.each([
    "Option B is cheaper, because nothing runs when nobody asks.",
    "It is cheaper than answer (C), which keeps a server running.",
    "A and C are wrong, because both keep a server running.",
    "This keeps a server running, so D is incorrect in this case.",
    "The others (A, C and D) keep a server running all the time.",
    "The first option would keep a server running all the time.",
    "This is the same as the option above, but with two servers.",
  ])("finds %s", (why) => {
    expect(findingsOf("letter-reference", [withWhy(why)])).toMatchObject([{ severity: "error" }]);
  });

  it.each([
    "Route 53 answers A queries and AAAA queries for the same name.",
    "Accounts A and B trust each other, so account A is the caller.",
    "A size of 400 KB (B is short for byte) is the most there is.",
    "The other options keep a server running for all of the time.",
    "A is `option B` in the code, and a second choice is not made.",
    "The first call is made with the options that the client has.",
  ])("accepts %s", (why) => {
    expect(findingsOf("letter-reference", [withWhy(why)])).toEqual([]);
  });

  it("looks at options and explanations too", () => {
    const item = buildItem({
      options: optionsOf(["Add a queue", "A and B", "Add a topic", "Option A"], 0),
      explanation: "The choice D is the best of all.",
    });
    expect(findingsOf("letter-reference", [item]).map(({ message }) => message)).toEqual([
      'lambda-vpc-internet: "choice D" refers to an option by its place',
      'lambda-vpc-internet: "A and B" refers to an option by its place',
      'lambda-vpc-internet: "Option A" refers to an option by its place',
    ]);
  });
});

describe("whys", () => {
  it.each([
    ["short-why", "It is too slow.", "It waits for the slowest of all calls."],
    [
      "filler-why",
      "This is the correct answer according to the official guidelines.",
      "This is correct for queues, not for topics.",
    ],
    ["filler-why", "This option is incorrect.", "This is right when the queue is empty."],
    ["filler-why", "Wrong for this scenario.", "Wrong scope: the role is that of the caller."],
    [
      "filler-why",
      "Open the port of the provider in the inbound rules of the group.",
      "Ports are open for outbound calls.",
    ],
    [
      "filler-why",
      "This says in a few words why elastic-address is as it is.",
      "This says something else in a few words.",
    ],
  ])("%s: %s", (code, bad, good) => {
    expect(findingsOf(code, [withWhy(bad)])).toHaveLength(1);
    expect(findingsOf(code, [withWhy(good)])).toEqual([]);
  });
});
