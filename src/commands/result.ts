import { type App, localDate } from "../app/app.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { parseDay } from "../journal/settings.ts";

/** `certdrill result SCORE`: a result of the real exam; later estimates learn from it. */
export async function result(
  app: App,
  score: number,
  options: { readonly date?: string },
): Promise<ExitCode> {
  const exam = await app.exam();
  const day = options.date ?? localDate(app.host.now());
  if (parseDay(day) === undefined)
    throw new CertdrillError("date", `"${day}" is no date`, { hint: "write it like 2027-01-15" });
  app.journal().append("", 0, [{ type: "result", exam: exam.code, score, day }]);
  const passed = score >= exam.scale.pass;
  app.talk(
    `Kept: ${exam.code} ${score} on ${day}. ${passed ? "Congratulations." : "The next one."} Estimates will take it into account.`,
  );
  return exitCodes.done;
}
