import { describe, expect, it } from "vitest";
import { fadingServices } from "../../../src/lint/service-status.ts";
import { buildItem, findingsOf, option } from "../build-item.ts";

const withKey = (text: string) =>
  buildItem({ options: buildItem().options.map((old) => (old.correct ? { ...old, text } : old)) });

describe("closed-service and maintenance-service", () => {
  it.each([
    ["closed-service", "Use AWS App Mesh", "Use Amazon ECS Service Connect"],
    ["closed-service", "Query it with S3 Select", "Select it with S3 Batch Operations"],
    ["closed-service", "Keep it in a Glacier vault", "Keep it in S3 Glacier Instant Retrieval"],
    [
      "closed-service",
      "Process it with Kinesis Data Analytics",
      "Process it with a data pipeline of functions",
    ],
    ["closed-service", "Link it with AWS CodeStar", "Link it with an AWS CodeStar connection"],
    ["closed-service", "Run it in `AWS App Runner`", "Migrate it from App Runner to ECS"],
    ["closed-service", "Deploy it with AWS Copilot", "Deploy it with the AWS CDK"],
    ["closed-service", "Call `InvokeAgent`", "Call `InvokeAgentRuntime`"],
    ["closed-service", "Build it in Bedrock Agents", "Build it in Bedrock AgentCore"],
    ["maintenance-service", "Run the X-Ray daemon", "Replace the X-Ray daemon by an agent"],
    ["maintenance-service", "Use Amplify Gen 1", "Use Amplify Gen 2"],
  ])("%s: %s", (code, bad, good) => {
    expect(findingsOf(code, [withKey(bad)])).toHaveLength(1);
    expect(findingsOf(code, [withKey(good)])).toEqual([]);
  });

  it("lets a distractor name one", () => {
    const options = [...buildItem().options.slice(1), option("cloud9", "Edit it in AWS Cloud9.")];
    expect(findingsOf("closed-service", [buildItem({ options })])).toEqual([]);
  });

  it("says what became of the service, and as of when", () => {
    expect(findingsOf("closed-service", [withKey("Use AWS OpsWorks")])[0]).toMatchObject({
      severity: "error",
      message: "lambda-vpc-internet: the key names AWS OpsWorks, which was retired (as of 2026-12)",
    });
  });

  it("knows each service by its own name", () => {
    for (const { name, pattern } of fadingServices.filter(
      ({ name }) => !name.includes(" and ") && !name.includes("version"),
    ))
      expect(name.replace("vaults", "vault")).toMatch(pattern);
  });
});

describe("verified-ahead", () => {
  it("points at a verification that lies ahead by more than time zones explain", () => {
    expect(findingsOf("verified-ahead", [buildItem({ verified: "2026-11-23" })])).toMatchObject([
      { severity: "error", message: "lambda-vpc-internet: 2026-11-23 is still to come" },
    ]);
    expect(findingsOf("verified-ahead", [buildItem({ verified: "2026-11-22" })])).toEqual([]);
  });
});

describe("stale-item", () => {
  const item = buildItem({ verified: "2026-05-25" });

  it("counts whole days since the verification", () => {
    expect(findingsOf("stale-item", [item], { staleDays: 179 })[0]?.message).toBe(
      "lambda-vpc-internet: the facts were last checked 180 days ago",
    );
    expect(findingsOf("stale-item", [item], { staleDays: 180 })).toEqual([]);
  });

  it("is silent unless asked", () => {
    expect(findingsOf("stale-item", [buildItem({ verified: "2001-01-01" })])).toEqual([]);
  });
});

describe("weak-reference", () => {
  it.each([
    ["https://docs.aws.amazon.com/", "https://docs.aws.amazon.com/lambda/latest/dg/welcome.html"],
    ["https://aws.amazon.com?lang=en", "https://aws.amazon.com/sqs"],
  ])("%s", (bad, good) => {
    expect(findingsOf("weak-reference", [buildItem({ references: [good, bad] })])).toHaveLength(1);
    expect(findingsOf("weak-reference", [buildItem({ references: [good] })])).toEqual([]);
  });
});
