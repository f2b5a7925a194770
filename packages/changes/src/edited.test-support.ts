import type { ChangeVerdict } from './model.ts';

type Action = 'send' | 'receive';
// biome-ignore lint/suspicious/noExplicitAny: a document that edits reach into at will
type Tree = any;

/** Two texts, and what is to be told of them: code and verdict of each edit, sorted. */
export interface EditedDocument {
  readonly before: string;
  readonly after: string;
  readonly expected: readonly string[];
}

/** One edit of the channel with a number, and what it is. `by` says what it is for each direction. */
interface Edit {
  readonly code: string;
  readonly verdict: ChangeVerdict | Readonly<Record<Action, ChangeVerdict>>;
  apply(document: Tree, n: number): void;
}

const message = (document: Tree, n: number) => document.components.messages[`message${n}`];
const properties = (document: Tree, n: number) => message(document, n).payload.properties;
const sender = { send: 'breaking', receive: 'non-breaking' } as const;
const receiver = { send: 'non-breaking', receive: 'breaking' } as const;

function rename(map: Tree, from: string, to: string): void {
  map[to] = map[from];
  delete map[from];
}

function refer(document: Tree, n: number, key: string): void {
  const operation = document.operations[`operation${n}`];
  operation.channel.$ref = `#/channels/${key}`;
}

const EDITS: readonly Edit[] = [
  {
    code: 'CHANNEL_ADDRESS_CHANGED',
    verdict: 'breaking',
    apply: (d, n) => (d.channels[`channel${n}`].address += '.v2'),
  },
  { code: 'SCHEMA_CHANGED', verdict: 'breaking', apply: (d, n) => (properties(d, n).amount.type = 'string') },
  { code: 'SCHEMA_CHANGED', verdict: sender, apply: (d, n) => (properties(d, n).note = { type: 'string' }) },
  { code: 'SCHEMA_CHANGED', verdict: receiver, apply: (d, n) => delete properties(d, n).remark },
  { code: 'SCHEMA_CHANGED', verdict: sender, apply: (d, n) => message(d, n).payload.required.pop() },
  { code: 'SCHEMA_CHANGED', verdict: receiver, apply: (d, n) => message(d, n).payload.required.push('remark') },
  { code: 'SCHEMA_CHANGED', verdict: sender, apply: (d, n) => properties(d, n).status.enum.push('lost') },
  { code: 'SCHEMA_CHANGED', verdict: receiver, apply: (d, n) => properties(d, n).status.enum.pop() },
  { code: 'SCHEMA_CHANGED', verdict: receiver, apply: (d, n) => (properties(d, n).remark.maxLength = 20) },
  {
    code: 'SCHEMA_TEXT_CHANGED',
    verdict: 'editorial',
    apply: (d, n) => (properties(d, n).id.description = 'Another.'),
  },
  { code: 'TEXT_CHANGED', verdict: 'editorial', apply: (d, n) => (d.operations[`operation${n}`].summary = 'Another.') },
  {
    code: 'BINDING_CHANGED',
    verdict: 'breaking',
    apply: (d, n) => (d.channels[`channel${n}`].bindings.kafka.partitions = 6),
  },
  {
    code: 'BINDING_CHANGED',
    verdict: 'non-breaking',
    apply: (d, n) => (d.channels[`channel${n}`].bindings.kafka.replicas = 2),
  },
  {
    code: 'CONTENT_TYPE_CHANGED',
    verdict: 'breaking',
    apply: (d, n) => (message(d, n).contentType = 'application/cbor'),
  },
  { code: 'MESSAGE_DEPRECATED', verdict: 'non-breaking', apply: (d, n) => (message(d, n).deprecated = true) },
  { code: 'EXTENSION_CHANGED', verdict: 'not-checked', apply: (d, n) => (d.channels[`channel${n}`]['x-tier'] = 2) },
  {
    code: 'CHANNEL_RENAMED',
    verdict: 'non-breaking',
    apply(d, n) {
      rename(d.channels, `channel${n}`, `place${n}`);
      refer(d, n, `place${n}`);
    },
  },
  {
    code: 'MESSAGE_RENAMED',
    verdict: 'non-breaking',
    apply(d, n) {
      rename(d.components.messages, `message${n}`, `news${n}`);
      d.channels[`channel${n}`].messages.it.$ref = `#/components/messages/news${n}`;
    },
  },
  {
    code: 'OPERATION_RENAMED',
    verdict: 'non-breaking',
    apply: (d, n) => rename(d.operations, `operation${n}`, `work${n}`),
  },
  {
    code: 'OPERATION_MOVED',
    verdict: 'breaking',
    apply(d, n) {
      const operation = d.operations[`operation${n}`];
      operation.action = operation.action === 'send' ? 'receive' : 'send';
    },
  },
  {
    code: 'CHANNEL_REMOVED',
    verdict: 'breaking',
    apply(d, n) {
      delete d.channels[`channel${n}`];
      delete d.operations[`operation${n}`];
    },
  },
  {
    code: 'CHANNEL_ADDED',
    verdict: 'non-breaking',
    apply(d, n) {
      const $ref = `#/components/messages/message${n}`;
      d.channels[`fresh${n}`] = { address: `fresh.${n}`, messages: { it: { $ref } } };
    },
  },
  {
    code: 'MESSAGE_ADDED',
    verdict: sender,
    apply: (d, n) => (d.channels[`channel${n}`].messages.more = { payload: { type: 'string', const: `more${n}` } }),
  },
];

/** A document of so many channels and the same with so many edits of known kinds, chosen by a seed. */
export function editedDocument(channels: number, edits: number, seed: number): EditedDocument {
  const random = randomOf(seed);
  const before = documentOf(channels);
  const after: Tree = structuredClone(before);
  const numbers = shuffled(
    Array.from({ length: channels }, (_, n) => n),
    random,
  ).slice(0, edits - 1);
  const expected = numbers.map(n => {
    const edit = EDITS[Math.floor(random() * EDITS.length)] as Edit;
    edit.apply(after, n);
    const verdict = typeof edit.verdict === 'string' ? edit.verdict : edit.verdict[actionOf(n)];
    return `${edit.code} ${verdict}`;
  });
  // One edit of what all messages share is one change all the same.
  after.components.schemas.Address.properties.city.type = 'integer';
  expected.push('SCHEMA_CHANGED breaking');
  return {
    before: JSON.stringify(before, undefined, 1),
    after: JSON.stringify(after, undefined, 1),
    expected: expected.sort(),
  };
}

function actionOf(n: number): Action {
  return n % 2 === 0 ? 'send' : 'receive';
}

function documentOf(channels: number): Tree {
  const all = Array.from({ length: channels }, (_, n) => n);
  return {
    asyncapi: '3.1.0',
    info: { title: 'Generated', version: '1.0.0' },
    channels: Object.fromEntries(all.map(n => [`channel${n}`, channelOf(n)])),
    operations: Object.fromEntries(
      all.map(n => [
        `operation${n}`,
        { action: actionOf(n), channel: { $ref: `#/channels/channel${n}` }, summary: `Work ${n}.` },
      ]),
    ),
    components: {
      messages: Object.fromEntries(all.map(n => [`message${n}`, messageOf(n)])),
      schemas: { Address: { type: 'object', properties: { city: { type: 'string' }, street: { type: 'string' } } } },
    },
  };
}

function channelOf(n: number): Tree {
  return {
    address: `shop.channel.${n}`,
    messages: { it: { $ref: `#/components/messages/message${n}` } },
    bindings: { kafka: { partitions: 12, replicas: 3 } },
  };
}

function messageOf(n: number): Tree {
  return {
    contentType: 'application/json',
    payload: {
      type: 'object',
      required: ['id', 'amount'],
      additionalProperties: false,
      properties: {
        id: { type: 'string', description: `Id ${n}.` },
        amount: { type: 'integer', minimum: 0 },
        status: { type: 'string', enum: ['open', 'paid', 'sent'] },
        remark: { type: 'string', maxLength: 200 },
        address: { $ref: '#/components/schemas/Address' },
      },
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T);
}
