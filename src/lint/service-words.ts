import type { ItemView } from "./item-view.ts";

const branded = "(?:AWS|Amazon) [A-Z][A-Za-z0-9]+";

/**
 * A pattern for service names: "AWS X", "Amazon X" and the service slugs of the items, written with a capital letter.
 * It knows what the bank knows, so any bank brings its own names.
 */
export function servicePattern(views: readonly ItemView[]): RegExp {
  const slugs = new Set(views.flatMap(({ item }) => item.services));
  const names = [...slugs].map((slug) => slug.split("-").map(anyCase).join("[ -]?"));
  return new RegExp(`\\b(?:${[branded, ...names].join("|")})\\b`);
}

/** "lambda" matches Lambda and LAMBDA, not lambda. */
function anyCase(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.map((letter) => (/[a-z]/.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter)).join("");
}
