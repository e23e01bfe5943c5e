import type { BankItem } from "../../src/bank/parse-bank.ts";
import type { Option } from "../../src/schema/item.ts";

/** A small item; every part can be replaced. */
export function makeItem(over: Partial<BankItem> & { id: string }): BankItem {
  const option = (id: string, correct = false): Option => ({
    id,
    text: `Option ${id} of ${over.id}`,
    why: `Because of ${id}, which teaches something.`,
    ...(correct ? { correct: true as const } : {}),
  });
  return {
    services: ["sqs"],
    objectives: { "dva-c02": "1.1.8", "dva-c03": "1.1.8" },
    level: "apply",
    stem: `A question about ${over.id}.\n\nWhich one is it?`,
    options: [option("key", true), option("near"), option("far"), option("odd")],
    explanation: `The principle behind ${over.id}.`,
    references: ["https://docs.aws.amazon.com/"],
    verified: "2026-11-21",
    file: "questions/test.yaml",
    line: 1,
    ...over,
  };
}
