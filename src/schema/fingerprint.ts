import type { Item } from "./item.ts";

/** A short, stable digest (16 hexadecimal digits) of a text. */
export function digest(text: string): string {
  // Loaded only here: most commands need no digest, and start-up counts.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Digest of all that a learner can see of an item; changes with its wording and with its key. */
export function fingerprint(item: Item): string {
  const { stem, options, explanation, template } = item;
  return digest(
    JSON.stringify([
      stem,
      options.map((o) => [o.id, o.text, o.correct ?? false, o.why]),
      explanation,
      template,
    ]),
  );
}
