import { z } from "zod";
import { examCode, isoDate } from "./scalars.ts";

const text = z.string().trim().min(1);

const objectiveSchema = z.strictObject({ id: z.string().regex(/^\d+\.\d+\.\d+$/), text });
const taskSchema = z.strictObject({
  id: z.string().regex(/^\d+\.\d+$/),
  title: text,
  objectives: z.array(objectiveSchema).min(1),
});
const domainSchema = z.strictObject({
  id: z.string().regex(/^\d+$/),
  name: text,
  short: text.describe("A name of at most 15 characters for narrow screens"),
  weight: z.number().int().positive().describe("Per cent of the scored items"),
  tasks: z.array(taskSchema).min(1),
});

/** Outline of an exam: how it is delivered and what it covers (its blueprint). */
export const examSchema = z.strictObject({
  format: z.literal(1),
  code: examCode,
  title: text,
  delivered: z.strictObject({ first: isoDate.optional(), last: isoDate.optional() }),
  minutes: z.number().int().positive(),
  questions: z.strictObject({
    scored: z.number().int().positive(),
    unscored: z.number().int().nonnegative(),
  }),
  scale: z.strictObject({ min: z.number().int(), max: z.number().int(), pass: z.number().int() }),
  domains: z.array(domainSchema).min(1),
});

export type Domain = z.infer<typeof domainSchema>;
export type Exam = z.infer<typeof examSchema>;
