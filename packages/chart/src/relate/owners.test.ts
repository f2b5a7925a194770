import { expect, test } from 'vitest';
import { chartOf } from '../../test-support/chart-of.ts';
import { short } from '../../test-support/short.ts';

/** Owner and teams of one service with this in its `info`. */
async function owned(info: object) {
  const { services, teams } = await chartOf({ 'a.json': short({ title: 'Orders', info, operations: [] }) });
  return { owner: services[0]?.owner, teams };
}

test.each([
  ['a word', { 'x-owner': 'Team Sales' }, { id: 'team-sales', name: 'Team Sales' }],
  [
    'an object',
    { 'x-owner': { name: 'Sales', email: 'sales@example.com' } },
    { id: 'sales', name: 'Sales', email: 'sales@example.com' },
  ],
  ['an object with an id', { 'x-owner': { id: 'T1', name: 'Sales' } }, { id: 't1', name: 'Sales' }],
  ['a team', { 'x-team': 'sales' }, { id: 'sales', name: 'sales' }],
  ['the first of several owners', { 'x-owners': ['sales', 'finance'] }, { id: 'sales', name: 'sales' }],
  [
    'the name of the contact',
    { contact: { name: 'Sales', url: 'https://example.com' } },
    { id: 'sales', name: 'Sales', url: 'https://example.com' },
  ],
  [
    'the email of the contact',
    { contact: { email: 'sales@example.com' } },
    { id: 'sales-example.com', name: 'sales@example.com', email: 'sales@example.com' },
  ],
])('the owner is %s', async (_, info, team) => {
  expect(await owned(info)).toEqual({ owner: team.id, teams: [team] });
});

test('an extension outweighs the contact, and the most telling extension the others', async () => {
  const info = { 'x-owners': ['c'], 'x-team': 'b', 'x-owner': 'a', contact: { name: 'D' } };
  expect((await owned(info)).owner).toBe('a');
});

test('the contact says more about the owner when it is the same team', async () => {
  const contact = { name: 'Sales Team', email: 'hello@example.com' };
  expect((await owned({ 'x-owner': 'sales', contact })).teams).toEqual([{ id: 'sales', ...contact }]);
  const mail = { name: 'Team 1', email: 'team-0001@example.com' };
  expect((await owned({ 'x-owner': 'team-0001', contact: mail })).teams).toEqual([{ id: 'team-0001', ...mail }]);
});

test('a support desk in the contact is not taken for the owner', async () => {
  const contact = { name: 'Support', email: 'support@example.com' };
  expect((await owned({ 'x-owner': 'sales', contact })).teams).toEqual([{ id: 'sales', name: 'sales' }]);
});

test('2.x documents may name the owner at the root', async () => {
  const text = JSON.stringify({
    asyncapi: '2.6.0',
    info: { title: 'A', version: '1' },
    channels: {},
    'x-owner': 'sales',
  });
  expect((await chartOf({ 'a.json': text })).services[0]?.owner).toBe('sales');
});

test('extensions that name nobody are passed over', async () => {
  const info = { 'x-owner': { slack: '#sales' }, 'x-team': '  ', 'x-owners': [] };
  expect(await owned(info)).toEqual({ owner: undefined, teams: [] });
});

test('a team is described by all documents that name it', async () => {
  const { teams } = await chartOf({
    'a.json': short({ title: 'A', info: { 'x-owner': 'sales' }, operations: [] }),
    'b.json': short({ title: 'B', info: { 'x-owner': { id: 'sales', name: 'Sales Team' } }, operations: [] }),
    'c.json': short({
      title: 'C',
      info: { 'x-owner': 'Sales', contact: { email: 'sales@example.com' } },
      operations: [],
    }),
  });
  expect(teams).toEqual([{ id: 'sales', name: 'Sales Team', email: 'sales@example.com' }]);
});
