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

/** An exam in numbered plain text: the time is told at its thresholds and on request only. */
export function examLinesAsker(options: ExamLinesOptions): ExamAsker {
  const { reader, write, theme, width, interactive, monotonic } = options;
  const say = (text: string) => write(`${text}\n`);
  return {
    async item(view) {
      const shown = monotonic();
      const reply = (choose: readonly string[], then: ExamReply["then"]): ExamReply => ({
        choose,
        ms: Math.round(monotonic() - shown),
        then,
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
        if (done) return reply(done.choose, done.then);
      }
    },
  };

  async function respond(
    view: ExamItemView,
    line: string,
  ): Promise<Pick<ExamReply, "choose" | "then"> | undefined> {
    const stay = view.place.choose;
    const [word = "", rest = ""] = line.toLowerCase().split(/\s+(.*)/s);
    const here = view.n - 1;
    if (word === "" || word === "n") return { choose: stay, then: { type: "go", to: here + 1 } };
    if (word === "p") return { choose: stay, then: { type: "go", to: here - 1 } };
    if (word === "g" && Number(rest) >= 1 && Number(rest) <= view.of)
      return { choose: stay, then: { type: "go", to: Number(rest) - 1 } };
    if (word === "f") return { choose: stay, then: { type: "flag" } };
    if (word === "x") return { choose: [], then: { type: "go", to: here } };
    if (word === "submit")
      return (await confirmed(submitQuestion(view))) ? { choose: stay, then: { type: "submit" } } : undefined;
    if (word === "q" || word === "quit") return { choose: stay, then: { type: "leave", how: "quit" } };
    if (word === "m" || word === "t" || word === "?") {
      say(word === "t" ? `${clockText(options.timeLeft())} left.` : word === "m" ? mapText(view) : help);
      return undefined;
    }
    const choose = readChoice(view, line);
    if (choose) return { choose, then: { type: "go", to: Math.min(view.of - 1, here + 1) } };
    say(`Pick ${view.choose} from 1 to ${view.options.length}. ${help}`);
    return undefined;
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
