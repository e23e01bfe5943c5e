import { z } from "zod";

/** A slug: lower-case words joined by single hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug has lower-case letters, digits and hyphens");

/** A calendar day, YYYY-MM-DD. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date looks like 2026-11-21");

/** An exam code in lower case, such as dva-c03. */
export const examCode = z.string().regex(/^[a-z]+-c\d\d$/, "an exam code looks like dva-c03");
