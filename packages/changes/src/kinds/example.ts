/** The document that most examples edit. */
export const ORDERS = `asyncapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
servers:
  production:
    host: kafka.example.com:9092
    protocol: kafka
    security: [{ $ref: '#/components/securitySchemes/password' }]
channels:
  orders:
    address: orders.{region}
    parameters: { region: { enum: [eu, us] } }
    messages:
      placed: { $ref: '#/components/messages/placed' }
      cancelled: { $ref: '#/components/messages/cancelled' }
    bindings: { kafka: { partitions: 12 } }
operations:
  sendOrders:
    action: send
    channel: { $ref: '#/channels/orders' }
    summary: Tells what becomes of orders.
components:
  securitySchemes: { password: { type: scramSha512 } }
  messages:
    placed:
      contentType: application/avro
      correlationId: { location: $message.header#/id }
      payload:
        schemaFormat: application/vnd.apache.avro;version=1.9.0
        schema:
          type: record
          name: Placed
          fields:
            - { name: id, type: string }
            - { name: amount, type: long }
            - { name: money, type: { type: record, name: Money, doc: An amount., fields: [{ name: cents, type: long }] } }
    cancelled:
      contentType: application/json
      payload: { $ref: '#/components/schemas/Cancelled' }
  schemas:
    Cancelled: { type: object, properties: { reason: { type: string } } }
`;

/** A document with one stretch of it replaced. Throws for an example that edits nothing, which would prove nothing. */
export function edited(text: string, ...steps: readonly (readonly [from: string, to: string])[]): string {
  return steps.reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new Error(`the example does not hold ${from}`);
    return done.replace(from, () => to);
  }, text);
}
