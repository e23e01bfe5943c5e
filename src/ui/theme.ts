import { Chalk, type ChalkInstance } from "chalk";

/** The few ways in which text can be set apart; a word or sign always says the same. */
export interface Theme {
  readonly title: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly right: (text: string) => string;
  readonly wrong: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly code: (text: string) => string;
  /** Code inside a sentence: without colours it keeps its backticks. */
  readonly codespan: (text: string) => string;
  readonly strong: (text: string) => string;
}

const same = (text: string) => text;
const monochrome: Theme = {
  title: same,
  accent: same,
  faint: same,
  right: same,
  wrong: same,
  warn: same,
  code: same,
  codespan: (text) => `\`${text}\``,
  strong: same,
};

/** What decides about colours. */
export interface ThemeFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTty: boolean;
  readonly theme: "auto" | "plain" | "mono";
  /** --no-color on the command line. */
  readonly noColor?: boolean;
}

/** Whether colours may be used: never with NO_COLOR or TERM=dumb, outside a terminal only with FORCE_COLOR. */
function mayColour({ env, isTty, theme, noColor }: ThemeFacts): boolean {
  if (noColor || theme === "mono" || (env["NO_COLOR"] ?? "") !== "") return false;
  if (env["TERM"] === "dumb") return false;
  const forced = env["FORCE_COLOR"] ?? "";
  return forced !== "" ? forced !== "0" : isTty;
}

/** The theme for a stream. Only the 16 basic colours, which terminals keep readable on dark and on light backgrounds. */
export function makeTheme(facts: ThemeFacts): Theme {
  if (!mayColour(facts)) return monochrome;
  const chalk: ChalkInstance = new Chalk({ level: 1 });
  const plain = facts.theme === "plain";
  return {
    title: chalk.bold,
    accent: plain ? chalk.bold : chalk.cyan,
    faint: chalk.dim,
    right: plain ? chalk.bold : chalk.green,
    wrong: plain ? chalk.bold : chalk.red,
    warn: plain ? chalk.bold : chalk.yellow,
    code: plain ? same : chalk.cyan,
    codespan: plain ? monochrome.codespan : chalk.cyan,
    strong: chalk.bold,
  };
}
