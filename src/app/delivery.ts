import type { Exam } from "../schema/exam.ts";
import { writtenDay } from "../ui/numbers.ts";
import { type App, localDate } from "./app.ts";

type Delivered = Pick<Exam, "code" | "delivered">;

/** Whether an exam can be sat on a day (YYYY-MM-DD). */
function isDelivered({ delivered: { first, last } }: Delivered, day: string): boolean {
  return (first === undefined || first <= day) && (last === undefined || day <= last);
}

/** The days on which an exam can be sat: "from 1 Dec 2026", "until 30 Nov 2026"; empty when no end of it is known. */
export function deliveryText({ delivered: { first, last } }: Delivered): string {
  return [first && `from ${writtenDay(first)}`, last && `until ${writtenDay(last)}`]
    .filter(Boolean)
    .join(" ");
}

/**
 * Lines for somebody who prepares for an exam that cannot be sat on the day that counts: the day of their exam or, when
 * that is not known or past, today. An exam that is still to come is no news as long as no day is set.
 */
export function deliveryNotice(
  exam: Delivered,
  exams: readonly Delivered[],
  today: string,
  examDate: string | undefined,
): string[] {
  const ahead = examDate !== undefined && examDate >= today;
  const day = ahead ? examDate : today;
  const toCome = exam.delivered.first !== undefined && exam.delivered.first > day;
  if (isDelivered(exam, day) || (toCome && !ahead)) return [];
  const over = exam.delivered.last !== undefined && exam.delivered.last < today;
  const fact = `${exam.code.toUpperCase()} ${over ? "was" : "is"} delivered ${deliveryText(exam)}`;
  const instead = exams.find((other) => isDelivered(other, day));
  if (!instead) return [`${fact}.`];
  return [
    `${fact}; ${ahead ? `on ${writtenDay(day)}` : "now"} the exam is ${instead.code.toUpperCase()}. Your history counts there too:`,
    `certdrill config set exam ${instead.code}`,
  ];
}

/** The notice for the learner of this app. */
export async function deliveryNoticeNow(app: App): Promise<string[]> {
  const [exam, { exams }] = [await app.exam(), await app.bank()];
  return deliveryNotice(exam, exams, localDate(app.host.now()), app.settings.examDate);
}

/** Says the notice, if there is one, before a command does its work. */
export async function sayDelivery(app: App): Promise<void> {
  for (const line of await deliveryNoticeNow(app)) app.talk(line);
}
