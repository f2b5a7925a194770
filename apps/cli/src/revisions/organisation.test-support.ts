/**
 * A small organisation that is made from a seed, with the truth about which service reads which field: senders in AsyncAPI
 * 2 and 3, payloads written in place, behind references and in parts, and receivers that repeat only what they read.
 */

/** A field of a message, as its sender writes it. */
interface Field {
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
}

export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  enum?: string[];
  [key: string]: unknown;
}

export interface MadeMessage {
  readonly name: string;
  readonly sender: string;
  readonly fields: readonly string[];
  readonly readers: readonly { readonly service: string; readonly fields: readonly string[] }[];
  readonly payload: Schema;
}

export interface MadeOrganisation {
  /** Texts by path, one for each service. */
  readonly documents: Readonly<Record<string, string>>;
  readonly messages: readonly MadeMessage[];
  /** The document of a message's sender, with another payload in place of the message's own. */
  withPayload(message: MadeMessage, payload: Schema): { readonly path: string; readonly text: string };
}

const FIELDS: readonly Field[] = [
  { path: 'id', schema: { type: 'string' }, required: true },
  { path: 'status', schema: { type: 'string', enum: ['new', 'open', 'done'] }, required: true },
  { path: 'count', schema: { type: 'integer' }, required: false },
  { path: 'amount.value', schema: { type: 'number' }, required: true },
  { path: 'amount.currency', schema: { type: 'string' }, required: true },
  { path: 'items[].sku', schema: { type: 'string' }, required: true },
  { path: 'items[].price', schema: { type: 'number' }, required: false },
  { path: 'note', schema: { type: 'string' }, required: false },
];

/** Makes an organisation of some services, each of which sends two messages and receives three. */
export function madeOrganisation(services: number, random: () => number): MadeOrganisation {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const names = Array.from({ length: services }, (_, index) => `service-${index}`);
  const messages = names.flatMap(sender =>
    ['Opened', 'Closed'].map(verb => {
      const readers = names
        .filter(name => name !== sender && random() < 3 / (services - 1) / 2 + 0.15)
        .map(service => ({ service, fields: FIELDS.filter(() => random() < 0.4).map(({ path }) => path) }))
        .filter(({ fields }) => fields.length > 0);
      const name = `${verb}${sender.slice(8)}`;
      return { name, sender, readers, payload: schemaOf(FIELDS), fields: FIELDS.map(({ path }) => path) };
    }),
  );
  const layouts = new Map(
    names.map(name => [name, pick(['3 in place', '3 behind', '3 in parts', '2 in place', '2 behind'])]),
  );
  const text = (service: string, changed?: readonly [MadeMessage, Schema]) =>
    textOf(
      service,
      layouts.get(service) ?? '',
      messages.map(message => (message.name === changed?.[0].name ? { ...message, payload: changed[1] } : message)),
    );
  const pathOf = (service: string) => `${service}/asyncapi.json`;
  return {
    documents: Object.fromEntries(names.map(name => [pathOf(name), text(name)])),
    messages,
    withPayload: (message, payload) => ({
      path: pathOf(message.sender),
      text: text(message.sender, [message, payload]),
    }),
  };
}

/** A payload with these fields and no other ones. */
function schemaOf(fields: readonly Field[]): Schema {
  const whole: Schema = { type: 'object', properties: {} };
  for (const { path, schema, required } of fields) {
    const { holder, name } = at(whole, path, true) as { holder: Schema; name: string };
    holder.properties = { ...holder.properties, [name]: schema };
    if (required) holder.required = [...(holder.required ?? []), name];
  }
  return whole;
}

/** The object that holds a field; undefined where there is no such field. */
export function at(whole: Schema, path: string, make = false): { holder: Schema; name: string } | undefined {
  const keys = path.split('.');
  const name = keys.pop() as string;
  let holder = whole;
  for (const key of keys) {
    const [plain = '', list] = key.split('[');
    if (make && !holder.properties?.[plain]) {
      const made: Schema = { type: 'object', properties: {} };
      holder.properties = { ...holder.properties, [plain]: list === undefined ? made : { type: 'array', items: made } };
    }
    const found = holder.properties?.[plain];
    const next = list === undefined ? found : found?.items;
    if (!next) return undefined;
    holder = next;
  }
  return make || holder.properties?.[name] ? { holder, name } : undefined;
}

function textOf(service: string, layout: string, messages: readonly MadeMessage[]): string {
  const sent = messages.filter(({ sender }) => sender === service);
  const received = messages.flatMap(message => {
    const reader = message.readers.find(found => found.service === service);
    return reader
      ? [{ name: message.name, payload: schemaOf(FIELDS.filter(({ path }) => reader.fields.includes(path))) }]
      : [];
  });
  const all = [
    ...sent.map(({ name, payload }) => ({ name, payload, action: 'send' as const })),
    ...received.map(message => ({ ...message, action: 'receive' as const })),
  ];
  const info = { title: service, version: '1.0.0', 'x-owner': `team-${Number(service.slice(8)) % 3}` };
  const schemas: Record<string, Schema> = {};
  const payloadOf = ({ name, payload }: (typeof all)[number]): Schema => {
    if (layout.endsWith('in place')) return payload;
    const { properties = {}, required = [] } = payload;
    // In parts: the amount stands apart, and all that is demanded holds beside the rest.
    const { amount, ...rest } = properties;
    if (layout.endsWith('behind') || !amount) {
      schemas[name] = payload;
      return { $ref: `#/components/schemas/${name}` };
    }
    schemas[`${name}Amount`] = amount;
    const parts: Schema[] = [
      { type: 'object', properties: { ...rest, amount: { $ref: `#/components/schemas/${name}Amount` } } },
    ];
    return { allOf: [...parts, ...(required.length > 0 ? [{ required }] : [])] };
  };
  const made = all.map(message => ({ ...message, payload: payloadOf(message) }));
  const common = { info, defaultContentType: 'application/json', components: { schemas } };
  const document = layout.startsWith('2')
    ? {
        asyncapi: '2.6.0',
        ...common,
        channels: Object.fromEntries(
          made.map(({ name, payload, action }) => [
            `events.${name}`,
            {
              [action === 'send' ? 'subscribe' : 'publish']: {
                operationId: `${action}${name}`,
                message: { name, payload },
              },
            },
          ]),
        ),
      }
    : {
        asyncapi: '3.0.0',
        ...common,
        channels: Object.fromEntries(
          made.map(({ name, payload }) => [
            name,
            { address: `events.${name}`, messages: { [name]: { name, payload } } },
          ]),
        ),
        operations: Object.fromEntries(
          made.map(({ name, action }) => [`${action}${name}`, { action, channel: { $ref: `#/channels/${name}` } }]),
        ),
      };
  return JSON.stringify(document, undefined, 2);
}
