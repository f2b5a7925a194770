import { PROTOCOLS, separatorOf } from './protocols.ts';
import { eventOf, nounOf, plural } from './words.ts';

/** What a first document is written from. */
export interface StarterFacts {
  /** Of the service, as people call it. */
  readonly name: string;
  /** One of PROTOCOLS. */
  readonly protocol: string;
}

/** A first AsyncAPI document: one server, one channel, one message, one operation, each with a word about what it is for. */
export function starter({ name, protocol }: StarterFacts): string {
  const noun = nounOf(name);
  const event = eventOf(noun);
  const thing = noun.join(' ');
  const camel = [...noun, event].map(capital).join('');
  const key = camel.charAt(0).toLowerCase() + camel.slice(1);
  const id = `${noun.map((word, index) => (index === 0 ? word : capital(word))).join('')}Id`;
  const address = [[...noun.slice(0, -1), plural(noun.at(-1) as string)].join('-'), event].join(separatorOf(protocol));
  return `# What this service sends and receives. Check it with \`portolan validate\`, see it with \`portolan up\`.
asyncapi: 3.1.0
info:
  title: ${/^[A-Za-z][\w ]*$/.test(name) ? name : JSON.stringify(name)}
  version: 0.1.0
  description: Say in a sentence what this service is for.
  # The team that answers for the service; every page shows it.
  x-owner: my-team

# Where the messages travel. Services that name the same host meet on the same chart.
servers:
  production:
    host: ${PROTOCOLS[protocol]}
    protocol: ${protocol}
    description: Say which environment this is.

# A channel is one address on the broker, with the messages that travel there.
channels:
  ${key}:
    address: ${address}
    description: One message for every ${thing} that was ${event}.
    messages:
      ${camel}:
        $ref: '#/components/messages/${camel}'

# What this service does: \`send\` when it is the one that sends, \`receive\` when it reads.
operations:
  send${camel}:
    action: send
    channel:
      $ref: '#/channels/${key}'
    summary: Tell everybody that ${article(thing)} was ${event}.

components:
  messages:
    ${camel}:
      title: ${capital(thing)} ${event}
      summary: ${capital(article(thing))} was ${event}.
      contentType: application/json
      payload:
        type: object
        required: [${id}, occurredAt]
        properties:
          ${id}:
            type: string
            description: Names the ${thing}.
          occurredAt:
            type: string
            format: date-time
            description: When it happened, in UTC.
      examples:
        - name: first
          payload:
            ${id}: ${thing.replaceAll(' ', '-')}-1001
            occurredAt: '2026-01-31T09:30:00Z'
`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function article(thing: string): string {
  return `${/^[aeio]/.test(thing) ? 'an' : 'a'} ${thing}`;
}
