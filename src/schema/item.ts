import { z } from "zod";
import { examCode, isoDate, slug } from "./scalars.ts";

/** Level of an item, from remembering a fact to diagnosing a situation. */
export const levels = ["recall", "apply", "analyse"] as const;

const prose = (what: string) => z.string().trim().min(1).describe(what);

const optionSchema = z.strictObject({
  id: slug.describe("Stable slug inside the item; says what the option is, never whether it is right"),
  text: prose("What the learner can pick (inline Markdown)"),
  correct: z.literal(true).optional().describe("Present on a key, absent on a distractor"),
  why: prose("One or two sentences that teach why this option is right or wrong"),
  pin: z.literal("last").optional().describe("Keeps the option in last place when options are shuffled"),
});

const variableSchema = z.union([
  z.strictObject({ from: z.number(), to: z.number(), step: z.number().positive().default(1) }),
  z.strictObject({ oneOf: z.array(z.number()).min(2) }),
]);

const templateSchema = z.strictObject({
  variables: z.record(z.string(), variableSchema).describe("Numbers drawn anew for each showing"),
  values: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .describe("Expressions over the variables, computed in order"),
  where: z.array(z.string()).optional().describe("Conditions that a draw has to satisfy"),
});

/** One item (question) of a bank; the single source of the format, its types and its JSON Schema. */
const itemSchema = z.strictObject({
  id: slug.describe("Written, stable slug: history hangs on it, so it never changes"),
  services: z.array(slug).min(1).describe("Service slugs, the main one first"),
  objectives: z
    .record(examCode, z.string().regex(/^\d+\.\d+\.\d+$/, "an objective id looks like 2.1.3"))
    .refine((map) => Object.keys(map).length > 0, "name the objective of at least one exam")
    .describe("The one objective it tests in each exam it belongs to"),
  level: z.enum(levels),
  concept: slug.optional().describe("Shared by items that test the same idea"),
  tags: z.array(slug).optional(),
  template: templateSchema.optional().describe("Makes a computed item: new numbers for each showing"),
  stem: prose("The situation and the question (Markdown)"),
  options: z.array(optionSchema).min(2).max(8),
  explanation: prose("The principle behind the key (Markdown)"),
  references: z
    .array(z.string().regex(/^https:\/\/[^\s/]+\.[^\s/]+/, "a reference is an https URL"))
    .min(1)
    .describe("Pages that prove the key"),
  verified: isoDate.describe("The day the facts were last checked"),
});

/** A bank file: a format version and its items. */
export const bankFileSchema = z.strictObject({
  format: z.literal(1),
  items: z.array(itemSchema),
});

export type Level = (typeof levels)[number];
export type Option = z.infer<typeof optionSchema>;
export type Template = z.infer<typeof templateSchema>;
export type Item = z.infer<typeof itemSchema>;
