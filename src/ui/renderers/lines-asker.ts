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

const leave = (): QuestionReply => ({ type: "leave", how: "quit" });
const skip = (_: QuestionView, ms: number): QuestionReply => ({ type: "skip", ms });
const undo = (view: QuestionView) =>
  view.canUndo ? ({ type: "undo" } as const) : "There is nothing to undo.";
const help = () =>
  "Type the number or letter of an option, or several apart by blanks. Other words: skip, flag, undo, quit.";

/** Words a learner can type: a reply to the session, or something to be told. */
const commands: Readonly<Record<string, (view: QuestionView, ms: number) => QuestionReply | string>> = {
  q: leave,
  quit: leave,
  s: skip,
  skip,
  flag: () => ({ type: "flag" }),
  u: undo,
  undo,
  "?": help,
  help,
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
    const command = commands[line.toLowerCase()]?.(view, ms);
    if (typeof command === "string") say([command]);
    if (command) return typeof command === "string" ? undefined : command;
    const choose = readChoice(view, line);
    if (!choose) {
      const what = view.choose === 1 ? "one option" : `${view.choose} options`;
      say([`Pick ${what} from 1 to ${view.options.length}; ? for help.`]);
      return undefined;
    }
    const confidence = interactive ? await echoAndAsk(view, choose) : undefined;
    return { type: "answer", choose, ms, ...(confidence ? { confidence } : {}) };
  }

  /** Says back what was selected, and asks how sure the learner is. */
  async function echoAndAsk(view: QuestionView, choose: readonly string[]): Promise<Confidence | undefined> {
    const numbers = view.options.flatMap((option, index) => (choose.includes(option.id) ? [index + 1] : []));
    say([`Selected: ${numbers.join(" and ")}.`]);
    if (!view.confidence) return undefined;
    return confidenceWords[(await prompt("How sure? 1 guess, 2 unsure, 3 sure, Enter for no answer:")) ?? ""];
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
