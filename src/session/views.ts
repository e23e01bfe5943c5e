import type { Item } from "../schema/item.ts";
import { fillItem } from "../schema/item-parts.ts";
import type { Block, Inline, ItemTexts } from "../schema/markdown.ts";
import type { Answered, FormEntry } from "./events.ts";

/** Where an item belongs, in words for a person. */
export interface Labels {
  /** Full and short name of the domain in the exam that is drilled. */
  readonly domain: string;
  readonly short: string;
  readonly objective: string;
  readonly service: string;
}

/** An option as it is shown. */
export interface OptionView {
  readonly id: string;
  readonly letter: string;
  readonly text: string;
  readonly why: string;
  readonly textParts: readonly Inline[];
  readonly whyParts: readonly Inline[];
  readonly correct: boolean;
}

/** An item as it is laid out in a form. */
export interface ItemView {
  readonly item: string;
  readonly stem: string;
  readonly stemBlocks: readonly Block[];
  readonly options: readonly OptionView[];
  readonly explanation: string;
  readonly explanationBlocks: readonly Block[];
  readonly references: readonly string[];
  readonly services: readonly string[];
  /** How many options to choose. */
  readonly choose: number;
  readonly labels: Labels;
}

/** A question of a quiz as it is put to the learner. */
export interface QuestionView extends ItemView {
  /** Place in the session, from 1. */
  readonly n: number;
  readonly of: number;
  readonly flagged: boolean;
  readonly canUndo: boolean;
  /** Answers to this item before this session. */
  readonly seen: number;
  /** Whether the learner is asked how sure they are. */
  readonly confidence: boolean;
}

/** What the learner is told about an answer. */
export interface FeedbackView extends QuestionView {
  readonly answer: Pick<Answered, "choose" | "correct" | "key" | "ms" | "confidence">;
  readonly disputed: boolean;
  /** When the item will be asked again, in words. */
  readonly comesBack?: string;
}

const letters = "ABCDEFGH";

/** Lays an item out as its form entry says: numbers filled in, options in the shown order, lettered. */
export function viewItem(
  item: Item & { readonly texts: ItemTexts },
  entry: FormEntry,
  labels: Labels,
): ItemView {
  const filled = fillItem(item, entry.numbers);
  const options = entry.order.flatMap((id) => filled.options.filter((option) => option.id === id));
  return {
    item: entry.item,
    stem: filled.stem,
    stemBlocks: filled.texts.stem,
    options: options.map((option, index) => ({
      id: option.id,
      letter: letters[index] ?? "?",
      text: option.text,
      why: option.why,
      textParts: filled.texts.options[option.id]?.text ?? [option.text],
      whyParts: filled.texts.options[option.id]?.why ?? [option.why],
      correct: option.correct === true,
    })),
    explanation: filled.explanation,
    explanationBlocks: filled.texts.explanation,
    references: filled.references,
    services: filled.services,
    choose: filled.options.filter((option) => option.correct).length,
    labels,
  };
}
