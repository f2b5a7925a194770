import { expect, test } from 'vitest';
import type { DocsChart } from './model.ts';
import { placesOf } from './places.ts';

const NOTHING: DocsChart = { services: [], channels: [], messages: [], links: [], teams: [], domains: [], brokers: [] };
const places = (...ids: string[]) => {
  const made = placesOf({ ...NOTHING, teams: ids.map(id => ({ id, name: id })) }, []);
  return ids.map(id => made.of('team', id));
};

test('a page is called after the id of what it shows', () => {
  expect(places('orders-team', 'Größe/2')).toEqual(['teams/orders-team', 'teams/große-2']);
});

test('names that would meet are told apart, on disks without capitals too, and always the same way', () => {
  const [upper, lower, other] = places('Orders', 'orders', 'billing');
  expect(upper).toMatch(/^teams\/orders~[0-9a-f]{6}$/);
  expect(lower).toMatch(/^teams\/orders~[0-9a-f]{6}$/);
  expect(upper).not.toBe(lower);
  expect(other).toBe('teams/billing');
  expect(places('orders', 'Orders')).toEqual([lower, upper]);
});

test('no id leads out of its folder or takes a name that a system keeps', () => {
  expect(places('../../etc/passwd', 'con', '.git', '..')).toEqual([
    'teams/etc-passwd',
    'teams/con~',
    'teams/git',
    'teams/unnamed',
  ]);
});
