import type { Casing } from './model.ts';

/** What each way to write names looks like, and an example of it. */
const FORMS: Readonly<Record<Casing, readonly [RegExp, string]>> = {
  camel: [/^[a-z][a-z0-9]*(?:[A-Z0-9][a-z0-9]*)*$/, 'orderPlaced'],
  pascal: [/^[A-Z][a-z0-9]*(?:[A-Z0-9][a-z0-9]*)*$/, 'OrderPlaced'],
  kebab: [/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'order-placed'],
  snake: [/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/, 'order_placed'],
  'screaming-snake': [/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/, 'ORDER_PLACED'],
  dot: [/^[a-z][a-z0-9]*(?:\.[a-z0-9]+)*$/, 'order.placed'],
  lower: [/^[^A-Z]*$/, 'order placed'],
  upper: [/^[^a-z]*$/, 'ORDER PLACED'],
  flat: [/^[a-z][a-z0-9]*$/, 'orderplaced'],
};

/** Whether a name is written so. */
export function isCased(name: string, casing: Casing): boolean {
  return FORMS[casing][0].test(name);
}

/** The way in words: `` in kebab case, as in `order-placed` ``. */
export function casingInWords(casing: Casing): string {
  return `in ${casing} case, as in \`${FORMS[casing][1]}\``;
}
