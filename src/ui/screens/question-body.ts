import type { ItemView } from "../../session/views.ts";
import { wrap } from "../layout.ts";
import { renderBlocks, renderInlines } from "../markdown.ts";
import type { Theme } from "../theme.ts";
import { marginOf, textWidth } from "./frame.ts";
import type { Size } from "./screen.ts";

const numberWords = ["", "ONE", "TWO", "THREE", "FOUR", "FIVE"];

/** What to do: nothing for a single response, "Select TWO (1 of 2)" for several. */
export function selectionLine(choose: number, picked: number): string {
  return choose === 1 ? "" : `Select ${numberWords[choose] ?? choose} (${picked} of ${choose})`;
}

/** Lines of an item with its options, and the line at which each option starts and ends. */
export interface ItemBody {
  readonly lines: string[];
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** Lays out the stem and the options; the picked ones and the cursor are marked by signs. */
export function drawItem(
  view: ItemView,
  picked: readonly string[],
  cursor: number,
  size: Size,
  theme: Theme,
): ItemBody {
  const margin = marginOf(size);
  const width = textWidth(size) - margin.length;
  const lines = renderBlocks(view.stemBlocks, width, theme).map((line) => (line === "" ? "" : margin + line));
  const todo = selectionLine(view.choose, picked.length);
  lines.push("", ...(todo ? [margin + theme.strong(todo), ""] : []));
  const spans = view.options.map((option, index) => {
    const from = lines.length;
    const chosen = picked.includes(option.id);
    const box = view.choose > 1 ? `${chosen ? "[x]" : "[ ]"} ` : "";
    const lead = `${index === cursor ? "❯" : " "} ${box}${option.letter}  `;
    const text = wrap(renderInlines(option.textParts, theme), width, lead.length);
    text.forEach((line, at) => {
      const whole = at === 0 ? margin + lead + line : margin + line;
      lines.push(chosen ? theme.accent(whole) : whole);
    });
    return { from, to: lines.length };
  });
  return { lines, spans };
}
