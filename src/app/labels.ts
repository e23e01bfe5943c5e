import { findDomain } from "../schema/blueprint.ts";
import type { Exam } from "../schema/exam.ts";
import type { Item } from "../schema/item.ts";
import { serviceName } from "../schema/services.ts";
import type { Labels } from "../session/views.ts";

/** Where an item belongs in an exam, in words. */
export function labelsOf(item: Pick<Item, "objectives" | "services">, exam: Exam): Labels {
  const objective = item.objectives[exam.code] ?? "";
  const domain = findDomain(exam, objective);
  return {
    domain: domain?.name ?? "",
    short: domain?.short ?? "",
    objective,
    service: serviceName(item.services[0] ?? ""),
  };
}
