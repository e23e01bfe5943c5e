import type { BankItem } from "../bank/parse-bank.ts";
import type { Option } from "../schema/item.ts";
import { contentWords, countWords, plainOf, shownOf } from "./text.ts";

/** An option with its text as a reader sees it. */
export interface OptionView {
  readonly option: Option;
  /** Position in stored order, from 0. */
  readonly at: number;
  readonly isKey: boolean;
  readonly text: string;
  /** Characters of `text`. */
  readonly length: number;
  readonly words: number;
  readonly content: ReadonlySet<string>;
}

/** An item prepared once for all rules. */
export interface ItemView {
  readonly item: BankItem;
  /** The stem without code blocks and marks. */
  readonly stem: string;
  readonly stemContent: ReadonlySet<string>;
  readonly options: readonly OptionView[];
  readonly keys: readonly OptionView[];
  readonly distractors: readonly OptionView[];
  /** Whether its numbers are drawn anew for each showing; lengths of its texts say nothing. */
  readonly computed: boolean;
}

/** Prepares an item for the rules. */
export function viewItem(item: BankItem): ItemView {
  const stem = plainOf(item.stem);
  const options = item.options.map(viewOption);
  return {
    item,
    stem,
    stemContent: contentWords(stem),
    options,
    keys: options.filter((option) => option.isKey),
    distractors: options.filter((option) => !option.isKey),
    computed: item.template !== undefined,
  };
}

function viewOption(option: Option, at: number): OptionView {
  const text = shownOf(option.text);
  const isKey = option.correct ?? false;
  return {
    option,
    at,
    isKey,
    text,
    length: text.length,
    words: countWords(text),
    content: contentWords(text),
  };
}

/** Whether the cue measures apply: single response, four options, texts that stay the same. */
export function isStandard(view: ItemView): boolean {
  return !view.computed && view.options.length === 4 && view.keys.length === 1;
}

/** Mean of numbers; 0 for none. */
export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}
