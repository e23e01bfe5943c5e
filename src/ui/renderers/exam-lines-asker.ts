import { clockText } from "../../session/exam-clock.ts";
import type { ExamAsker, ExamItemView, ExamReply } from "../../session/run-exam.ts";
import { itemText } from "./item-text.ts";
import { type LinesOptions, readChoice } from "./lines-asker.ts";

export interface ExamLinesOptions extends LinesOptions {
  /** Milliseconds left. */
  timeLeft(): number;
  announcement(): string;
}

const help =
  "Numbers pick and go on. Other words: n next, p previous, g 12 go to, f flag, x clear, m map, t time, submit, q leave.";

type Done = Pick<ExamReply, "choose" | "act">;

const stay = (view: ExamItemView, act: ExamReply["act"]): Done => ({ choose: view.place.choose, act });
const goTo = (view: ExamItemView, n: number): Done => stay(view, { type: "go", to: n - 1 });

/** Words that end the item in sight, with the number that may follow. */
const commands: Readonly<Record<string, (view: ExamItemView, n: number) => Done | undefined>> = {
  "": (view) => goTo(view, view.n + 1),
  n: (view) => goTo(view, view.n + 1),
  p: (view) => goTo(view, view.n - 1),
  g: (view, n) => (n >= 1 && n <= view.of ? goTo(view, n) : undefined),
  f: (view) => stay(view, { type: "flag" }),
  x: (view) => ({ ...goTo(view, view.n), choose: [] }),
  submit: (view) => stay(view, { type: "submit" }),
  q: (view) => stay(view, { type: "leave", how: "quit" }),
  quit: (view) => stay(view, { type: "leave", how: "quit" }),
};

/** A choice goes on to the next item. */
function pickOf(view: ExamItemView, line: string): Done | undefined {
  const choose = readChoice(view, line);
  return choose && { ...goTo(view, Math.min(view.of, view.n + 1)), choose };
}

/** An exam in numbered plain text: the time is told at its thresholds and on request only. */
export function examLinesAsker(options: ExamLinesOptions): ExamAsker {
  const { reader, write, theme, width, interactive, monotonic } = options;
  const say = (text: string) => write(`${text}\n`);
  const answers: Readonly<Record<string, (view: ExamItemView) => string>> = {
    t: () => `${clockText(options.timeLeft())} left.`,
    m: mapText,
    "?": () => help,
  };
  return {
    async item(view) {
      const shown = monotonic();
      const reply = (choose: readonly string[], act: ExamReply["act"]): ExamReply => ({
        choose,
        ms: Math.round(monotonic() - shown),
        act,
      });
      say(
        ["", heading(view), "", ...itemText(view, width, theme), selectedLine(view, view.place.choose)].join(
          "\n",
        ),
      );
      for (;;) {
        const news = options.announcement();
        if (news) say(news);
        if (interactive) write("Answer, or ? for help: ");
        const line = (await reader.next())?.trim();
        if (line === undefined) return reply(view.place.choose, { type: "leave", how: "end" });
        const done = await respond(view, line);
        if (done) return reply(done.choose, done.act);
      }
    },
  };

  async function respond(view: ExamItemView, line: string): Promise<Done | undefined> {
    const [word = "", rest = ""] = line.toLowerCase().split(/\s+(.*)/s);
    const told = answers[word]?.(view);
    if (told) {
      say(told);
      return undefined;
    }
    if (word === "submit" && !(await confirmed(submitQuestion(view)))) return undefined;
    const done = commands[word]?.(view, Number(rest)) ?? pickOf(view, line);
    if (!done) say(`Pick ${view.choose} from 1 to ${view.options.length}. ${help}`);
    return done;
  }

  async function confirmed(question: string): Promise<boolean> {
    if (!interactive) return true;
    write(`${question} y or n: `);
    return (await reader.next())?.trim().toLowerCase() === "y";
  }
}

function heading(view: ExamItemView): string {
  const flag = view.place.flagged ? ", flagged" : "";
  return `Item ${view.n} of ${view.of}${flag}. ${view.answered} answered, ${view.flaggedItems} flagged.`;
}

function selectedLine(view: ExamItemView, choose: readonly string[]): string {
  const numbers = view.options.flatMap((option, index) => (choose.includes(option.id) ? [index + 1] : []));
  return numbers.length > 0 ? `Selected: ${numbers.join(" and ")}.` : "Nothing selected.";
}

function submitQuestion(view: ExamItemView): string {
  const open = view.of - view.answered;
  return `${open > 0 ? `${open} not answered. ` : ""}${view.flaggedItems > 0 ? `${view.flaggedItems} flagged. ` : ""}Submit?`;
}

function mapText(view: ExamItemView): string {
  const list = (fits: (place: ExamItemView["map"][number]) => boolean) =>
    view.map.flatMap((place, n) => (fits(place) ? [n + 1] : [])).join(", ") || "none";
  return `Not answered: ${list((place) => !place.answered)}.\nFlagged: ${list((place) => place.flagged)}.`;
}
