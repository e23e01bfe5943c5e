import { parseDay, settingRules } from "../journal/settings.ts";
import type { App } from "./app.ts";
import { deliveryNoticeNow, deliveryText } from "./delivery.ts";

/** Asks a new learner three things; each can be skipped, and all can be changed later. */
export async function firstSteps(app: App): Promise<void> {
  const { openPrompts } = await import("../ui/prompts/menu.ts");
  const prompts = await openPrompts(app.host);
  app.print("\nWelcome. There is no history yet; three questions, and each can be skipped with Enter.\n");
  const exams = (await app.bank()).exams;
  const exam = await prompts.choose(
    "Which exam?",
    exams
      .map((one) => {
        const when = deliveryText(one);
        return { name: `${one.code.toUpperCase()}${when && ` (${when})`}`, value: one.code };
      })
      .sort((a, b) => (a.value < b.value ? 1 : -1)),
  );
  if (exam === undefined) return;
  app.settingsStore.set("exam", exam);
  const date = await prompts.ask(
    "When is your exam? (YYYY-MM-DD)",
    (text) => text === "" || parseDay(text) !== undefined || "Write it like 2027-01-15.",
  );
  if (date === undefined) return;
  if (date) app.settingsStore.set("examDate", date);
  for (const line of await deliveryNoticeNow(app)) app.print(line);
  const { parse, accepts } = settingRules.minutes;
  const minutes = await prompts.ask(
    "How many minutes a day? (15)",
    (text) => text === "" || parse(text) !== undefined || `It takes ${accepts}.`,
  );
  if (minutes) app.settingsStore.set("minutes", Number(minutes));
}
