import { relate } from '@portolan/chart';
import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { markdownSite } from './markdown/site.ts';
import type { DocsInput, Templates } from './model.ts';
import { htmlSite, type SiteFile } from './site.ts';

const ORDERS = `
asyncapi: 3.1.0
info:
  title: Orders <script>alert(1)</script>
  version: 1.0.0
  description: Takes orders. <img src=x onerror=alert(2)>
channels:
  placed:
    address: orders.{region}.placed
    parameters: { region: { enum: [eu, us], description: Where it was sold. } }
    messages: { OrderPlaced: { $ref: '#/components/messages/OrderPlaced' } }
    bindings: { kafka: { partitions: 6 } }
operations:
  sendOrderPlaced: { action: send, channel: { $ref: '#/channels/placed' } }
components:
  messages:
    OrderPlaced:
      payload:
        type: object
        required: [id]
        properties:
          id: { type: string, minLength: 3, description: Which one. }
          state: { type: string, enum: [new, paid] }
          total: { type: object, properties: { amount: { type: integer } } }
`;

const BILLING = `
asyncapi: 3.1.0
info: { title: Billing, version: 1.0.0 }
channels:
  placed:
    address: orders.{region}.placed
    parameters: { region: {} }
    messages:
      OrderPlaced:
        payload: { schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: { type: record, name: OrderPlaced, fields: [{ name: id, type: string }] } }
operations:
  onOrderPlaced: { action: receive, channel: { $ref: '#/channels/placed' } }
`;

async function input(...texts: readonly string[]): Promise<DocsInput> {
  const documents = [];
  for (const [index, text] of texts.entries()) {
    const { contract } = await readText(`${index}.yaml`, text, () => undefined);
    if (contract) documents.push({ id: `specs/${index}.yaml`, source: 'specs', path: `${index}.yaml`, contract });
  }
  const findings = { error: 0, warning: 1, info: 0 };
  return {
    title: 'Events',
    chart: relate(documents),
    documents: documents.map(document => ({ ...document, findings })),
  };
}

async function filesOf(site: AsyncIterable<SiteFile>): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const [path, text] of site) {
    expect(files.has(path)).toBe(false);
    files.set(path, text);
  }
  return files;
}

const site = async (templates?: Templates) =>
  filesOf(htmlSite({ ...(await input(ORDERS, BILLING)), ...(templates && { templates }) }));

test('everything has a page, and every link of every page leads somewhere', async () => {
  const files = await site();
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['index.html', 'services/billing.html', 'messages/orderplaced.html']),
  );
  for (const [path, text] of files) {
    if (!path.endsWith('.html')) continue;
    for (const [, address = ''] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|mailto:|data:)/.test(address)) continue;
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? path : new URL(file, `http://site/${path}`).pathname.slice(1);
      const page = files.get(decodeURIComponent(target));
      expect(page, `${address} in ${path}`).toBeDefined();
      if (anchor) expect(page, `${address} in ${path}`).toContain(`id="${decodeURIComponent(anchor)}"`);
    }
  }
});

test('the same input gives the same bytes, in both formats', async () => {
  expect(await site()).toEqual(await site());
  const [first, second] = [await input(ORDERS, BILLING), await input(ORDERS, BILLING)];
  expect(await filesOf(markdownSite(first))).toEqual(await filesOf(markdownSite(second)));
});

test('nothing that a document says is run, and no page has a script of its own', async () => {
  for (const [path, text] of await site()) {
    if (!path.endsWith('.html')) continue;
    expect(text).toContain('http-equiv="Content-Security-Policy"');
    expect(text.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="(\.\.\/)?assets\/portolan\.js">$/),
    ]);
    expect(text).not.toMatch(/<img|\son\w+=["']|\sstyle="/);
  }
});

test('the tree of a message says what its schema says, in any language', async () => {
  const page = (await site()).get('messages/orderplaced.html') ?? '';
  expect(page).toContain('id="payload.total.amount"');
  expect(page).toContain('at least 3 characters');
  expect(page).toMatch(/One of<\/span> <code class="chip">new<\/code> <code class="chip">paid<\/code>/);
  expect(page).toContain('generated from the schema');
  // Another document reads the same message, written in Avro.
  expect(page).toContain('id="2.payload.id"');
  expect(page).toContain('>Avro<');
});

test('a channel says its parameters, bindings and links with their evidence', async () => {
  const [path] = [...(await site()).keys()].filter(name => name.startsWith('channels/'));
  const page = (await site()).get(path as string) ?? '';
  expect(page).toContain('<code class="chip">eu</code>');
  expect(page).toContain('partitions');
  expect(page).toContain('Operation sendOrderPlaced in specs/0.yaml, written as “send”.');
});

test('templates go where they belong, their slots filled and nothing else read', async () => {
  const partials = {
    'footer.html': '<p>{{ site }} / {{title}} at {{root}}{{path}}</p>',
    'home.html': '<p>Welcome.</p>',
  };
  const files = await site({ partials, style: ':root { --accent: teal }', logo: 'logo.svg' });
  expect(files.get('services/billing.html')).toContain('<p>Events / Billing at ../services/billing.html</p>');
  expect(files.get('index.html')).toContain('<p>Welcome.</p>');
  expect(files.get('index.html')).toContain('<img src="assets/logo.svg"');
  expect(files.get('assets/style.css')).toBe(':root { --accent: teal }');
});

test('a template that nothing shows, or a slot that nothing fills, is told before anything is written', async () => {
  await expect(site({ partials: { 'fotter.html': '' } })).rejects.toMatchObject({
    code: 'DOCS_TEMPLATE_UNKNOWN',
    help: expect.stringContaining('Did you mean footer.html?'),
  });
  await expect(site({ partials: { 'footer.html': '{{titel}}' } })).rejects.toMatchObject({ code: 'DOCS_SLOT_UNKNOWN' });
});

test('the only document describes the site', async () => {
  const files = await filesOf(htmlSite(await input(ORDERS)));
  expect(files.get('index.html')).toContain('<p>Takes orders. &lt;img src=x onerror=alert(2)&gt;</p>');
});

test('Markdown has the same pages, with a drawing of who sends to whom', async () => {
  const files = await filesOf(markdownSite(await input(ORDERS, BILLING)));
  const page = files.get('messages/orderplaced.md') ?? '';
  expect(page).toContain('```mermaid\nflowchart LR');
  expect(page).toMatch(/s\d -->\|"OrderPlaced"\| c0/);
  expect(page).toContain('| `total.amount` | `integer` |');
  expect(page).toContain('Orders \\<script\\>');
  for (const [path, text] of files) {
    for (const [, address = ''] of text.matchAll(/\]\(([^)#]+\.md)\)/g)) {
      const target = new URL(address, `http://site/${path}`).pathname.slice(1);
      expect(files.has(decodeURIComponent(target)), `${address} in ${path}`).toBe(true);
    }
  }
});

test('who receives through a pattern is told with the pattern, and on its own page once', async () => {
  const channels = (names: readonly string[]) =>
    names.map(name => `  ${name.replaceAll('/', '-')}: { address: ${name}, messages: { Read: {} } }`).join('\n');
  const document = (title: string, action: string, names: readonly string[]) =>
    `asyncapi: 3.1.0
info: { title: ${title}, version: 1.0.0 }
servers: { s: { host: mqtt.example.com, protocol: mqtt } }
channels:
${channels(names)}
operations:
${names.map(name => `  on-${name.replaceAll('/', '-')}: { action: ${action}, channel: { $ref: '#/channels/${name.replaceAll('/', '-')}' } }`).join('\n')}
`;
  const given = await input(
    document('Probe', 'send', ['rooms/1/temp', 'rooms/2/temp']),
    document('Watcher', 'receive', ['rooms/+/temp'])
      .replaceAll('on-rooms-+', 'on-rooms')
      .replaceAll('rooms-+', 'rooms'),
  );
  const files = await filesOf(htmlSite(given));
  const [first, service] = ['channels/rooms-1-temp.html', 'services/watcher.html'].map(path =>
    String(files.get(path))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  );
  expect(first).toContain('Watcher through rooms/+/temp');
  expect(first).toContain('Taken in by rooms/+/temp');
  // One row for what the document says, with everybody who sends on what it takes in.
  expect(service).toMatch(/Receives 1 .*Read rooms\/\+\/temp Probe/);
  const texts = [...(await filesOf(markdownSite(given))).values()].join('\n');
  expect(texts).toMatch(/Watcher\]\([^)]*\) through \[rooms\/\+\/temp/);
});
