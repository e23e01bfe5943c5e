import { z } from "zod";
import { examSchema } from "./exam.ts";
import { bankFileSchema } from "./item.ts";

/** JSON Schemas of the YAML formats, for editors that complete and check as an author types. */
export function jsonSchemas(): Record<string, unknown> {
  const schemaOf = (schema: z.ZodType, title: string) => ({
    title,
    ...z.toJSONSchema(schema, { target: "draft-7", io: "input" }),
  });
  return {
    "bank.schema.json": schemaOf(bankFileSchema, "certdrill bank file"),
    "exam.schema.json": schemaOf(examSchema, "certdrill exam outline"),
  };
}
