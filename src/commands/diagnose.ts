import type { App } from "../app/app.ts";
import { localDay } from "../app/app.ts";
import { conductDrill } from "../app/conduct-drill.ts";
import { openDrill } from "../app/drill.ts";
import { chooseMode } from "../app/drill-io.ts";
import { factsOfBank, reserveNow } from "../app/where-you-stand.ts";
import { CertdrillError, type ExitCode } from "../errors.ts";
import { diagnosisEnd, nextDiagnostic } from "../learner/diagnose.ts";
import { seededRng } from "../session/rng.ts";

export interface DiagnoseOptions {
  readonly decide?: boolean;
  readonly seed?: string;
  readonly io?: string;
}

const endings = {
  narrow: "The estimate is as narrow as a diagnosis makes it.",
  decided: "Pass or fail is known well enough.",
  long: "That is enough for one diagnosis.",
} as const;

/** `certdrill diagnose`: asks the fresh items that narrow the estimate fastest, and stops by rule. */
export async function diagnose(app: App, options: DiagnoseOptions): Promise<ExitCode> {
  const mode = chooseMode(app, options.io);
  const [bank, exam] = [await app.bank(), await app.exam()];
  const seed = options.seed ?? app.host.randomWord();
  const rng = seededRng(`${seed} diagnose`);
  const goal = options.decide ? "decide" : "narrow";
  const reserve = reserveNow(bank, exam, await app.standing());
  const items = factsOfBank(bank, exam.code).filter(({ id }) => !reserve.has(id));
  let asked = 0;
  // The standing is read anew for each item: what was just answered decides what is asked next.
  const next = async (): Promise<string | undefined> => {
    const { learner } = await app.standing();
    const now = app.host.now();
    const end = diagnosisEnd(learner, exam.code, now, asked, goal, localDay(now));
    const item = end ? undefined : nextDiagnostic(learner, exam.code, now, items, rng, localDay(now));
    if (asked > 0 && !item) app.talk(end ? endings[end] : "No fresh items are left.");
    asked++;
    return item?.id;
  };
  const first = await next();
  if (!first) {
    throw new CertdrillError("nothing-to-diagnose", "there is nothing left to diagnose", {
      hint: "the estimate is narrow already, or no fresh items are left; see: certdrill readiness",
    });
  }
  return conductDrill(await openDrill(app, { kind: "diagnose", ids: [first], seed }), mode, { next });
}
