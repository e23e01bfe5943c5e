import type { Confidence } from "../../session/events.ts";
import type { FeedbackReply, QuestionReply, QuizAsker } from "../../session/run-quiz.ts";
import type { FeedbackView, ItemView, QuestionView } from "../../session/views.ts";
import type { LineReader } from "../prompts/line-reader.ts";
import type { Theme } from "../theme.ts";
import { feedbackText, itemText, questionHeading } from "./item-text.ts";

/** What asking by lines needs. */
export interface LinesOptions {
  readonly reader: LineReader;
  readonly theme: Theme;
  readonly width: number;
  /** Whether a person reads along and is prompted for each line. */
  readonly interactive: boolean;
  write(text: string): void;
  monotonic(): number;
}

const confidenceWords: Readonly<Record<string, Confidence>> = {
  "1": "guess",
  guess: "guess",
  "2": "unsure",
  unsure: "unsure",
  "3": "sure",
  sure: "sure",
};

/**
 * Asks in numbered plain text and reads answers line by line: for screen readers, for pipes and for terminals that
 * cannot redraw. Nothing is drawn twice.
 */
export function linesAsker(options: LinesOptions): QuizAsker {
  const { reader, theme, width, interactive, write } = options;
  const say = (lines: readonly string[]) => write(`${lines.join("\n")}\n`);
  const prompt = async (text: string) => {
    if (interactive) write(`${text} `);
    return (await reader.next())?.trim();
  };

  async function question(view: QuestionView): Promise<QuestionReply> {
    const shown = options.monotonic();
    say(["", questionHeading(view), "", ...itemText(view, width, theme), ""]);
    for (;;) {
      const line = await prompt(answerPrompt(view));
      if (line === undefined) return { type: "leave", how: "end" };
      const reply = await readReply(view, line, shown);
      if (reply) return reply;
    }
  }

  async function readReply(
    view: QuestionView,
    line: string,
    shown: number,
  ): Promise<QuestionReply | undefined> {
    const ms = Math.round(options.monotonic() - shown);
    const word = line.toLowerCase();
    if (word === "q" || word === "quit") return { type: "leave", how: "quit" };
    if (word === "s" || word === "skip") return { type: "skip", ms };
    if (word === "flag") return { type: "flag" };
    if (word === "u" || word === "undo") {
      if (view.canUndo) return { type: "undo" };
      say(["There is nothing to undo."]);
      return undefined;
    }
    if (word === "?" || word === "help") {
      say([
        "Type the number or letter of an option, or several apart by blanks. Other words: skip, flag, undo, quit.",
      ]);
      return undefined;
    }
    const choose = readChoice(view, line);
    if (!choose) {
      say([
        `Pick ${view.choose === 1 ? "one option" : `${view.choose} options`} from 1 to ${view.options.length}; ? for help.`,
      ]);
      return undefined;
    }
    if (interactive)
      say([
        `Selected: ${view.options.flatMap((o, i) => (choose.includes(o.id) ? [String(i + 1)] : [])).join(" and ")}.`,
      ]);
    const confidence =
      view.confidence && interactive
        ? confidenceWords[(await prompt("How sure? 1 guess, 2 unsure, 3 sure, Enter for no answer:")) ?? ""]
        : undefined;
    return { type: "answer", choose, ms, ...(confidence ? { confidence } : {}) };
  }

  async function feedback(view: FeedbackView): Promise<FeedbackReply> {
    say(["", ...feedbackText(view, width, theme)]);
    if (!interactive) return { type: "next" };
    for (;;) {
      const line = await prompt("Enter for the next question, u to undo, q to quit:");
      if (line === undefined) return { type: "leave", how: "end" };
      if (line === "" || line === "n") return { type: "next" };
      if (line === "u") return { type: "undo" };
      if (line === "q") return { type: "leave", how: "quit" };
    }
  }

  return { question, feedback };
}

function answerPrompt(view: ItemView): string {
  return view.choose === 1
    ? `Your answer, 1 to ${view.options.length}:`
    : `Your ${view.choose} answers, apart by blanks:`;
}

/** Option ids of a typed choice such as "2", "b", "1 3" or "a,c"; undefined when it does not fit the item. */
export function readChoice(view: ItemView, line: string): string[] | undefined {
  const words = line
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const ids = words.map((word) => {
    const index = /^[1-9]$/.test(word)
      ? Number(word) - 1
      : /^[a-h]$/.test(word)
        ? word.charCodeAt(0) - 97
        : -1;
    return view.options[index]?.id;
  });
  const known = ids.filter((id): id is string => id !== undefined);
  const fits =
    known.length === words.length && new Set(known).size === known.length && known.length === view.choose;
  return fits ? known : undefined;
}
