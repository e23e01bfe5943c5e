import type { FeedbackView, ItemView, QuestionView } from "../../session/views.ts";
import { wrap } from "../layout.ts";
import { renderBlocks, renderInlines } from "../markdown.ts";
import { selectionLine } from "../screens/question-body.ts";
import type { Theme } from "../theme.ts";

/** An item as numbered plain text. */
export function itemText(view: ItemView, width: number, theme: Theme): string[] {
  const options = view.options.flatMap((option, index) =>
    wrap(`${index + 1}. ${renderInlines(option.textParts, theme)}`, width, 3),
  );
  const select = selectionLine(view.choose, 0).replace(/ \(.*/, "");
  return [...renderBlocks(view.stemBlocks, width, theme), "", ...(select ? [`${select}.`] : []), ...options];
}

/** The heading of a question in plain text. */
export function questionHeading(view: QuestionView): string {
  const flag = view.flagged ? ", flagged" : "";
  return `Question ${view.n} of ${view.of}, ${view.labels.service}, ${view.labels.domain}${flag}`;
}

/** Feedback as plain text; options are named by their numbers, explanations by what they say. */
export function feedbackText(view: FeedbackView, width: number, theme: Theme): string[] {
  const numbers = (ids: readonly string[]) =>
    view.options
      .flatMap((option, index) => (ids.includes(option.id) ? [String(index + 1)] : []))
      .join(" and ");
  const verdict = view.answer.correct
    ? `Right: ${numbers(view.answer.key)}.`
    : `Not right: you picked ${numbers(view.answer.choose)}, the key is ${numbers(view.answer.key)}.`;
  const why = view.options.flatMap((option, index) => [
    ...wrap(
      `${index + 1}. ${option.correct ? "Right" : "Wrong"}: ${renderInlines(option.textParts, theme)}`,
      width,
      3,
    ),
    ...wrap(renderInlines(option.whyParts, theme), width - 3).map((line) => `   ${line}`),
  ]);
  const comesBack = view.comesBack ? [`Comes back ${view.comesBack}.`] : [];
  return [
    verdict,
    "",
    ...why,
    "",
    ...renderBlocks(view.explanationBlocks, width, theme),
    ...view.references.map((url) => `See ${url}`),
    ...comesBack,
  ];
}
