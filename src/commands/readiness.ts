import type { App } from "../app/app.ts";
import { lookOf } from "../app/look.ts";
import { readinessNow } from "../app/where-you-stand.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { reliability } from "../learner/calibration.ts";
import { examState, itemState } from "../learner/learner.ts";
import { readinessLines } from "../ui/views/readiness-view.ts";

/** `certdrill readiness`: would you pass, and how far that is known. */
export async function readiness(
  app: App,
  options: { readonly json?: boolean; readonly failUnder?: number },
): Promise<ExitCode> {
  const [exam, standing, bank] = [await app.exam(), await app.standing(), await app.bank()];
  const found = await readinessNow(app, exam.code, standing);
  const seen = new Set(
    bank.entries
      .filter((entry) => itemState(standing.learner, entry.id))
      .map((entry) => entry.objectives[exam.code]),
  );
  const objectives = exam.domains.flatMap((domain) => domain.tasks.flatMap((task) => task.objectives));
  const model = {
    ...found,
    withoutEvidence: objectives.filter(({ id }) => !seen.has(id)).map(({ id }) => id),
    selfCheck: reliability(examState(standing.learner, exam.code).calibration),
    results: standing.results.filter((result) => result.exam === exam.code),
  };
  const { width, theme } = lookOf(app);
  app.print(
    options.json ? JSON.stringify(model, null, 2) : readinessLines(model, exam, width, theme).join("\n"),
  );
  const low = (found.score?.estimate ?? 0) < (options.failUnder ?? 0);
  return low ? exitCodes.findings : exitCodes.done;
}
