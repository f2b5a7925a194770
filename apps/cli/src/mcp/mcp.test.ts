import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'portolan.mjs');

let folder: string;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-mcp-'));
  write('orders.json', 'Orders', 'sales', 'send', { id: { type: 'string' }, total: { type: 'number' } }, ['id']);
  write('billing.json', 'Billing', 'finance', 'receive', { id: { type: 'string' }, total: { type: 'number' } }, ['id']);
  write('audit.json', 'Audit', 'risk', 'receive', { id: { type: 'string' } });
  client = new Client({ name: 'a-test', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [PROGRAM, 'mcp', folder] }));
}, 60_000);

afterAll(async () => {
  await client?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a document whose application sends or receives OrderPlaced. */
function write(
  file: string,
  title: string,
  owner: string,
  action: 'send' | 'receive',
  properties: Record<string, object>,
  required: readonly string[] = [],
): void {
  const document = {
    asyncapi: '3.1.0',
    info: { title, version: '1.0.0', 'x-owner': owner, description: `Reach us at amqp://guest:hunter22@example.com.` },
    servers: { production: { host: 'kafka.example.com', protocol: 'kafka' } },
    channels: {
      orders: {
        address: 'orders.placed',
        messages: {
          OrderPlaced: { payload: { type: 'object', properties, ...(required.length > 0 && { required }) } },
        },
      },
    },
    operations: {
      [`${action}Order`]: {
        action,
        channel: { $ref: '#/channels/orders' },
        messages: [{ $ref: '#/channels/orders/messages/OrderPlaced' }],
      },
    },
  };
  writeFileSync(join(folder, file), JSON.stringify(document));
}

async function ask(name: string, args: Record<string, unknown>) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const text = (content as { text: string }[]).map(part => part.text).join('\n');
  return { text, data: structuredContent as Record<string, never> | undefined, refused: isError === true };
}

test('every tool says that it only reads', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'depends_on',
    'describe',
    'get_document_findings',
    'impact',
    'lineage',
    'owners',
    'path',
    'search',
    'who_receives',
    'who_sends',
  ]);
  for (const { annotations, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    expect(description).not.toBe('');
  }
});

test('who sends and who receives', async () => {
  expect((await ask('who_sends', { name: 'OrderPlaced' })).text).toBe(
    '1 service sends OrderPlaced\n└─ Orders (owner sales) on orders.placed',
  );
  const { data } = await ask('who_receives', { name: 'orders.placed' });
  expect(data).toMatchObject({
    portolan: 'parties/1',
    parties: [{ serviceName: 'Audit' }, { serviceName: 'Billing' }],
  });
});

test('impact names who breaks, why, and whom to talk to', async () => {
  const { text, data } = await ask('impact', { target: 'OrderPlaced.total' });
  expect(text).toContain('Billing (owner finance) reads `total`');
  expect(data).toMatchObject({ services: { breaks: 1, doesNotBreak: 1, unknown: 0 }, owners: { breaks: ['finance'] } });
  expect((await ask('impact', { target: 'OrderPlaced.id', optional: true })).data).toMatchObject({
    services: { breaks: 1, doesNotBreak: 1 },
  });
});

test('ways, dependencies, owners, lineage and search', async () => {
  expect((await ask('path', { from: 'Orders', to: 'Audit' })).data).toMatchObject({
    connected: true,
    direction: 'forward',
  });
  expect((await ask('depends_on', { service: 'Billing' })).text).toContain('Orders (owner sales): OrderPlaced');
  expect((await ask('owners', { name: 'OrderPlaced' })).text).toBe('sales owns the message OrderPlaced.');
  expect((await ask('lineage', { target: 'OrderPlaced.total' })).data).toMatchObject({ comesFrom: [], goesTo: [] });
  expect((await ask('search', { query: 'ordr placed' })).text).toContain('message OrderPlaced');
});

test('a description has the fields of the sender', async () => {
  const { data } = await ask('describe', { name: 'message:OrderPlaced' });
  expect(data).toMatchObject({
    sentBy: ['Orders'],
    receivedBy: ['Audit', 'Billing'],
    fields: [
      { path: 'id', type: 'string', required: true },
      { path: 'total', type: 'number', required: false },
    ],
  });
});

test('a mistyped name is answered and said; one that is nobody’s is refused with what may be meant', async () => {
  expect((await ask('who_sends', { name: 'OrderPlaecd' })).text).toMatch(
    /^Nothing is called OrderPlaecd; this is about OrderPlaced\./,
  );
  const refused = await ask('path', { from: 'Orders', to: 'Weather Station' });
  expect(refused).toMatchObject({ refused: true, text: expect.stringContaining('CLI_NOTHING_CALLED') });
  expect((await ask('impact', { target: 'OrderPlaced.totl' })).text).toContain('Did you mean total?');
  expect((await ask('impact', { target: 'OrderPlaced', retype: 'string' })).refused).toBe(true);
});

test('findings of a document, and no secret in any answer', async () => {
  const { text, data } = await ask('get_document_findings', { document: 'orders.json' });
  expect(text).toContain('orders.json');
  expect(data).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ code: 'DOCUMENT_CONTENT_TYPE_MISSING' })]),
  });
  expect(text).not.toContain('hunter22');
  const described = await ask('describe', { name: 'service:Orders' });
  expect(described.text).toContain('amqp://guest:********@example.com');
});

test('resources: the whole and its parts', async () => {
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual(
    expect.arrayContaining(['portolan://overview', 'portolan://service/orders']),
  );
  const read = async (uri: string) => {
    const [content] = (await client.readResource({ uri })).contents as { text: string }[];
    return JSON.parse(content?.text ?? '');
  };
  expect(await read('portolan://overview')).toMatchObject({ counts: { services: 3, messages: 1 } });
  expect(await read('portolan://service/orders')).toMatchObject({
    name: 'Orders',
    sends: ['OrderPlaced on orders.placed'],
  });
  expect(JSON.stringify(await read('portolan://service/orders'))).not.toContain('hunter22');
  expect(await read('portolan://message/orderplaced')).toMatchObject({ sentBy: ['Orders'] });
});

test('a file that changes is read again', async () => {
  write('stock.json', 'Stock', 'logistics', 'receive', { total: { type: 'number' } });
  await expect
    .poll(async () => (await ask('impact', { target: 'OrderPlaced.total' })).data, { timeout: 10_000 })
    .toMatchObject({ services: { breaks: 2 }, owners: { breaks: ['finance', 'logistics'] } });
});
