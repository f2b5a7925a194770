/** Documents that the benchmark makes for itself. AsyncAPI 3.0.0, because all that are compared read it. */

/** One channel, one message, one operation. */
export function smallDocument(): string {
  return document(1);
}

/** As many channels as asked for, each with a message of a dozen fields and an operation; every tenth payload is shared. */
export function document(channels: number): string {
  const numbers = Array.from({ length: channels }, (_, index) => index + 1);
  return `asyncapi: 3.0.0
info:
  title: Bench
  version: 1.0.0
  description: A document made by the benchmark.
defaultContentType: application/json
servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
channels:
${numbers.map(channel).join('')}operations:
${numbers.map(operation).join('')}components:
  messages:
${numbers.map(message).join('')}  schemas:
    money:
      type: object
      required: [value, currency]
      properties:
        value:
          type: number
          minimum: 0
        currency:
          type: string
          pattern: '^[A-Z]{3}$'
`;
}

const channel = (n: number) => `  channel${n}:
    address: bench.thing-${n}.changed
    description: Every change of thing ${n}.
    messages:
      changed${n}:
        $ref: '#/components/messages/changed${n}'
`;

const operation = (n: number) => `  ${n % 2 === 0 ? 'send' : 'receive'}Changed${n}:
    action: ${n % 2 === 0 ? 'send' : 'receive'}
    channel:
      $ref: '#/channels/channel${n}'
    messages:
      - $ref: '#/channels/channel${n}/messages/changed${n}'
`;

const message = (n: number) => `    changed${n}:
      name: Changed${n}
      summary: Thing ${n} changed.
      payload:
        type: object
        required: [id, at, status]
        properties:
          id:
            type: string
            format: uuid
          at:
            type: string
            format: date-time
          status:
            type: string
            enum: [new, open, done]
          note:
            type: string
            maxLength: 200
          price:
            $ref: '#/components/schemas/money'
          items:
            type: array
            items:
              type: object
              properties:
                sku:
                  type: string
                quantity:
                  type: integer
                  minimum: 1
                price:
                  $ref: '#/components/schemas/money'
      examples:
        - name: first
          payload:
            id: 6f1f6f0e-4a3c-4e0b-9a55-0a4c4d7e9c1b
            at: '2026-01-31T09:30:00Z'
            status: new
`;
