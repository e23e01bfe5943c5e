import type { ItemView } from "./item-view.ts";

/** Kinds of detail that make an option look worked out. A number inside a name (S3, EC2) is none. */
export const detailKinds: Readonly<Record<string, (text: string, services: RegExp) => boolean>> = {
  number: (text) => /(?<![A-Za-z])\d/.test(text),
  "service name": (text, services) => services.test(text),
  "piece of code": (text) => text.includes("`"),
  parenthesis: (text) => /\([^)]* [^)]*\)|\(e\.g\./.test(text.replace(/`[^`]*`/g, "")),
};

const branded = "(?:AWS|Amazon) [A-Z][A-Za-z0-9]+";

/**
 * A pattern for service names: "AWS X", "Amazon X", and the service slugs of the items when written with a capital
 * letter. It knows what the bank knows, so every bank brings its own names.
 */
export function servicePattern(views: readonly ItemView[]): RegExp {
  const slugs = new Set(views.flatMap(({ item }) => item.services));
  const names = [...slugs].map((slug) => slug.split("-").map(capitalised).join("[ -]?"));
  return new RegExp(`\\b(?:${[branded, ...names].join("|")})\\b`);
}

/** "lambda" gives a pattern for Lambda and LAMBDA, not for lambda. */
function capitalised(word: string): string {
  const [first = "", ...rest] = word;
  return (
    first.toUpperCase() +
    rest.map((letter) => (/[a-z]/.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter)).join("")
  );
}
