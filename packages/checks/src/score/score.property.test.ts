import { readText } from '@portolan/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint, rulesOf } from '../index.ts';
import { score } from './score.ts';

/** Documents as lists of what is in order in them: each flag is one thing that can be mended. */
interface Plan {
  readonly info: Flags<'description' | 'contact' | 'license' | 'tags' | 'version' | 'contentType'>;
  readonly channels: readonly ChannelPlan[];
}

type Flags<Name extends string> = Readonly<Record<Name, boolean>>;

interface ChannelPlan {
  /** Whether there is an operation on it: to add one is more than to mend. */
  readonly operated: boolean;
  readonly own: Flags<'description' | 'summary' | 'address'>;
  readonly messages: readonly Flags<'summary' | 'payload' | 'members' | 'example' | 'fitting'>[];
}

const flags = <Name extends string>(...names: readonly Name[]): fc.Arbitrary<Flags<Name>> =>
  fc.record(Object.fromEntries(names.map(name => [name, fc.boolean()])) as Record<Name, fc.Arbitrary<boolean>>);

const plans: fc.Arbitrary<Plan> = fc.record({
  info: flags('description', 'contact', 'license', 'tags', 'version', 'contentType'),
  channels: fc.array(
    fc.record({
      operated: fc.boolean(),
      own: flags('description', 'summary', 'address'),
      messages: fc.array(flags('summary', 'payload', 'members', 'example', 'fitting'), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

/** The document of a plan, in 3.1. A channel whose address is not mended holds a query, which is an error. */
function documentOf({ info, channels }: Plan) {
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Orders',
      version: info.version ? '1.0.0' : 'one',
      ...(info.description && { description: 'Takes orders.' }),
      ...(info.contact && { contact: { name: 'Team Checkout' } }),
      ...(info.license && { license: { name: 'Apache 2.0' } }),
      ...(info.tags && { tags: [{ name: 'shop' }] }),
    },
    ...(info.contentType && { defaultContentType: 'application/json' }),
    channels: Object.fromEntries(channels.map((channel, index) => [`c${index}`, channelOf(channel, index)])),
    operations: Object.fromEntries(
      channels.flatMap(({ own, operated }, index) => {
        const summary = own.summary ? { summary: 'Tells everybody.' } : {};
        return operated
          ? [[`send${index}`, { action: 'send', channel: { $ref: `#/channels/c${index}` }, ...summary }]]
          : [];
      }),
    ),
  };
}

function channelOf({ own, messages }: ChannelPlan, index: number) {
  return {
    address: own.address ? `orders.${index}` : `orders.${index}?x=1`,
    ...(own.description && { description: 'Every order.' }),
    messages: Object.fromEntries(
      messages.map((message, at) => [`m${index}x${at}`, messageOf(message, `${index}x${at}`)]),
    ),
  };
}

function messageOf(plan: ChannelPlan['messages'][number], kind: string) {
  // With a member of its own kind each message can be told from the others, whatever else it may hold.
  const properties = { kind: { const: kind }, ...(!plan.members && { rest: {} }) };
  return {
    ...(plan.summary && { summary: 'An order was placed.' }),
    ...(plan.payload && { payload: { type: 'object', required: ['kind'], properties } }),
    ...(plan.example && { examples: [{ payload: { kind: plan.fitting ? kind : 'another' } }] }),
  };
}

/** Every plan with one thing more in order. Whoever touches a message makes its example fit: else there is a new error. */
function mendings(plan: Plan): Plan[] {
  const { info, channels } = plan;
  const inChannel = (index: number, channel: ChannelPlan): Plan => ({ info, channels: channels.with(index, channel) });
  return [
    ...turnedOn(info).map(mended => ({ info: mended, channels })),
    ...channels.flatMap((channel, index) => [
      ...turnedOn(channel.own).map(own => inChannel(index, { ...channel, own })),
      ...channel.messages.flatMap((message, at) =>
        turnedOn(message).map(mended =>
          inChannel(index, { ...channel, messages: channel.messages.with(at, { ...mended, fitting: true }) }),
        ),
      ),
    ]),
  ];
}

function turnedOn<T extends Flags<string>>(set: T): T[] {
  return Object.keys(set)
    .filter(name => !set[name])
    .map(name => ({ ...set, [name]: true }));
}

async function judged(plan: Plan) {
  const { contract, findings } = await readText('a.json', JSON.stringify(documentOf(plan)), () => undefined);
  if (!contract) throw new Error('no AsyncAPI document');
  return { contract, findings: [...findings, ...(await lint(contract, rulesOf('strict')))] };
}

async function pointsOf(plan: Plan): Promise<number> {
  const { contract, findings } = await judged(plan);
  return score(contract, findings).points;
}

test('the points that a document lost are those that the criteria explain', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async plan => {
      const { contract, findings } = await judged(plan);
      const { points, of, criteria } = score(contract, findings);
      expect(of).toBe(100);
      expect(of - points).toBe(criteria.reduce((sum, it) => sum + (it.of - it.earned), 0));
      for (const { id, earned, of: most, missing } of criteria) {
        expect(Number.isInteger(earned) && earned >= 0 && earned <= most, id).toBe(true);
        expect(missing.length > 0, id).toBe(earned < most);
        for (const { origin, what } of missing) expect([origin.source, what.at(-1)]).toEqual(['a.json', '.']);
      }
    }),
    { numRuns: 60 },
  );
});

test('mending one thing never lowers the score', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async plan => {
      const points = await pointsOf(plan);
      for (const mended of mendings(plan)) {
        expect(await pointsOf(mended), JSON.stringify(mended)).toBeGreaterThanOrEqual(points);
      }
    }),
    { numRuns: 20 },
  );
});

test('mending one thing after the other gives all points to a document whose channels have operations and messages', async () => {
  const bare = { summary: false, payload: false, members: false, example: false, fitting: false };
  const channel = {
    operated: true,
    own: { description: false, summary: false, address: false },
    messages: [bare, bare],
  };
  const info = { description: false, contact: false, license: false, tags: false, version: false, contentType: false };
  let plan: Plan = { info, channels: [channel, channel] };
  const points = [await pointsOf(plan)];
  for (let [next] = mendings(plan); next; [next] = mendings(plan)) {
    plan = next;
    points.push(await pointsOf(plan));
  }
  expect(points).toEqual([...points].sort((a, b) => a - b));
  expect(points.at(-1)).toBe(100);
});

test('a finding less never lowers the score', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(), async (plan, pick) => {
      const { contract, findings } = await judged(plan);
      const fewer = findings.filter((_, index) => index !== pick % Math.max(1, findings.length));
      expect(score(contract, fewer).points).toBeGreaterThanOrEqual(score(contract, findings).points);
    }),
    { numRuns: 30 },
  );
});
