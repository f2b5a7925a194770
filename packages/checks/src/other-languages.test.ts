import { readText } from '@portolan/contract';
import { expect, test } from 'vitest';
import { lint } from './lint.ts';
import { rulesOf } from './sets.ts';

/** Codes of everything that is said about a text, reading and both sets of rules. */
async function codesOf(text: string, set: string): Promise<string[]> {
  const { contract, findings } = await readText('document.yaml', text, () => undefined);
  if (!contract) throw new Error(`nothing to judge: ${findings.map(({ message }) => message).join(' ')}`);
  const judged = await lint(contract, rulesOf(set));
  return [...new Set([...findings, ...judged].map(({ code }) => code))].sort();
}

/** As a code host describes what it tells other applications. */
const codeHost = `openapi: 3.1.0
info:
  title: Code Host
  version: 1.1.4
  description: Keeps repositories.
  contact: { name: Platform, url: https://example.com/platform }
  license: { name: MIT }
servers: [{ url: https://api.example.com }]
tags: [{ name: branch-rules, description: Rules for branches. }]
paths:
  /repos/{owner}: { get: { responses: { '200': { description: A repository. } } } }
webhooks:
  branch-rule-created:
    post:
      summary: A rule was made.
      description: Somebody made a rule for a branch.
      tags: [branch-rules]
      operationId: branch-rule/created
      externalDocs: { url: https://example.com/webhooks#branch-rule }
      parameters:
        - { name: User-Agent, in: header, example: Host-Hook/1, schema: { type: string } }
        - { name: X-Host-Event, in: header, required: true, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/branch-rule-created' }
            examples: { default: { value: { action: created, rule: { id: 1, pattern: null } } } }
      responses: { '200': { description: Taken. } }
  ping:
    get:
      summary: Are you there?
      responses: { '200': { description: Yes. } }
components:
  schemas:
    branch-rule-created:
      type: object
      required: [action, rule]
      properties:
        action: { type: string, enum: [created] }
        rule: { $ref: '#/components/schemas/rule', description: The new rule. }
    rule:
      type: object
      properties: { id: { type: integer }, pattern: { type: [string, 'null'] } }
`;

/** As a payment company calls its customers back, with the same URL for two kinds of news. */
const payments = `openapi: 3.0.3
info:
  title: Payments
  version: 2.0.0
  description: Moves money.
  contact: { email: payments@example.com }
  license: { name: Apache-2.0 }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /charges:
    post:
      responses: { '201': { description: Made. } }
      callbacks:
        settled:
          '{$request.body#/notifyUrl}?event=settled':
            post:
              description: The money has arrived.
              requestBody:
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Event' }
                    example: { id: evt_1, type: charge, note: null }
              responses: { '2XX': { description: Taken. } }
        failed:
          '{$request.body#/notifyUrl}?event=settled':
            post:
              description: The money has not arrived.
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema: { $ref: '#/components/schemas/Event' }
                    example: { id: evt_2, type: payout }
              responses: { '200': { description: Taken. } }
components:
  schemas:
    Event:
      type: object
      required: [id, type]
      discriminator: { propertyName: type, mapping: { charge: '#/components/schemas/Event' } }
      properties:
        id: { type: string, example: evt_1 }
        type: { type: string }
        note: { type: string, nullable: true }
        amount: { type: integer, minimum: 0, exclusiveMinimum: true }
`;

const registry = `specversion: 1.0-rc4
name: Orders
description: Events of orders.
versionid: 1.0.0
labels: { owner: sales }
endpoints:
  placed:
    description: Where orders are told.
    usage: [producer]
    protocol: KAFKA
    protocoloptions:
      endpoints: [{ bootstrap.servers: [kafka.example.com:9092] }]
      topic: orders.{region}
    messagegroups: [/messagegroups/orders]
messagegroups:
  orders:
    envelope: CloudEvents/1.0
    messages:
      com.example.order.placed:
        description: An order was placed.
        envelopemetadata:
          type: { value: com.example.order.placed }
          source: { value: '/orders/{region}', type: uritemplate }
          time: { required: true }
        dataschemaformat: Avro/1.11
        dataschemauri: /schemagroups/orders/schemas/placed
      com.example.order.cancelled:
        description: An order was cancelled.
        envelopemetadata: { type: { value: com.example.order.cancelled } }
        dataschemaformat: JsonSchema/draft-07
        dataschema: { type: object }
  unsent:
    messages: { com.example.order.lost: { description: An order was lost., dataschemaformat: JsonSchema, dataschema: {} } }
schemagroups:
  orders:
    schemas:
      placed: { format: Avro/1.11, versions: { '1': { schema: { type: record, name: Placed, fields: [] } } } }
`;

test.each(Object.entries({ codeHost, payments, registry }))('nothing is held against %s', async (_, text) => {
  expect(await codesOf(text, 'recommended')).toEqual([]);
});

test('what is true of every language is told in all of them', async () => {
  expect(await codesOf(codeHost.replace('id: 1,', 'id: one,'), 'recommended')).toEqual(['MESSAGE_EXAMPLE_MISMATCH']);
  expect(await codesOf(payments.replace('id: evt_1, type', 'id: 7, type'), 'recommended')).toContain(
    'MESSAGE_EXAMPLE_MISMATCH',
  );
});

test('the strict set asks for descriptions and examples, and for nothing that only AsyncAPI has', async () => {
  for (const text of [codeHost, payments, registry]) {
    const codes = await codesOf(text, 'strict');
    const welcome = /_(DESCRIPTION|EXAMPLE|LICENSE|OWNER)_MISSING$|^SERVER_PLAINTEXT$|_NOT_CHECKED$|^INFO_/;
    expect(codes.filter(code => !welcome.test(code))).toEqual([]);
  }
});
