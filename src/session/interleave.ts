/**
 * Order in which no group follows itself while that can be had: always an item of the largest group that is left, the
 * one just served excepted. Inside a group the order stays.
 */
export function interleave<T>(list: readonly T[], groupOf: (item: T) => string): T[] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(groupOf(item)) ?? [];
    groups.set(groupOf(item), group);
    group.push(item);
  }
  const order: T[] = [];
  let last: string | undefined;
  while (order.length < list.length) {
    const name = largest(groups, last);
    const next = groups.get(name)?.shift();
    if (next === undefined) break;
    order.push(next);
    last = name;
  }
  return order;
}

function largest(groups: ReadonlyMap<string, readonly unknown[]>, last: string | undefined): string {
  let [best, size] = [last ?? "", 0];
  for (const [name, items] of groups)
    if (name !== last && items.length > size) [best, size] = [name, items.length];
  return best;
}
