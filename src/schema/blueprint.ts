import type { Domain, Exam } from "./exam.ts";
import { domainOf } from "./item-parts.ts";

/** The domain of an exam that an objective belongs to. */
export function findDomain(exam: Exam, objective: string): Domain | undefined {
  return exam.domains.find((domain) => domain.id === domainOf(objective));
}

/**
 * Splits a number of items over domains by their weights (largest remainder; ties go to the earlier domain), so that
 * the parts sum to the whole.
 */
export function domainQuotas(exam: Exam, items: number): Map<string, number> {
  return splitByWeight(
    exam.domains.map(({ id, weight }) => ({ id, weight })),
    items,
  );
}

/** Splits a whole number over weighted parts by largest remainder. */
export function splitByWeight(
  parts: readonly { id: string; weight: number }[],
  whole: number,
): Map<string, number> {
  const sum = parts.reduce((total, part) => total + part.weight, 0);
  const exact = parts.map(({ id, weight }) => ({ id, share: sum === 0 ? 0 : (whole * weight) / sum }));
  const quotas = new Map(exact.map(({ id, share }) => [id, Math.floor(share + 1e-9)]));
  const rest = whole - [...quotas.values()].reduce((total, quota) => total + quota, 0);
  const remainder = (share: number) => share - Math.floor(share + 1e-9);
  const order = [...exact].sort((a, b) => remainder(b.share) - remainder(a.share));
  for (const { id } of order.slice(0, rest)) quotas.set(id, (quotas.get(id) ?? 0) + 1);
  return quotas;
}
