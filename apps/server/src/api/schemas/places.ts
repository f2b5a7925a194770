import { anything, boolean, dictionary, integer, list, object, ref, string, words } from '../json-schema.ts';

const broker = { id: string, host: string, protocol: string, names: list(string) };
const domain = { id: string, name: string, services: integer, channels: integer, messages: integer, teams: integer };
const things = {
  services: list(ref('ServiceSummary')),
  channels: list(ref('ChannelSummary')),
};

const rung = words('documented', 'webhooks', 'streams', 'brokers');

/** Pages of servers, domains and schemas, and how far teams have come. */
export const placeSchemas = {
  ServerSummary: object({ ...broker, channels: integer, services: integer }),
  ServerPage: object({ server: ref('ServerSummary'), ...things, described: list(ref('ServerDescription')) }),
  ServerDescription: object(
    {
      documents: list(object({ id: string, title: string })),
      name: string,
      url: string,
      variables: list(object({ name: string }, { description: string, default: string, enum: list(string) })),
      security: list(object({ scheme: string, scopes: list(string) }, { type: string, description: string })),
      bindings: dictionary(anything),
    },
    { protocolVersion: string, description: string },
  ),
  DomainSummary: object(domain),
  DomainPage: object({
    domain: ref('DomainSummary'),
    teams: list(ref('TeamSummary')),
    ...things,
    messages: list(ref('MessageSummary')),
    dependsOn: list(ref('DomainTie')),
    dependedOnBy: list(ref('DomainTie')),
  }),
  DomainTie: object({ name: string, messages: integer, uncertain: boolean }, { domain: string }),
  SchemaSummary: object({ id: string, document: string, format: string, named: boolean, messages: integer }),
  SchemaPage: object(
    {
      schema: ref('SchemaView'),
      document: ref('DocumentSummary'),
      file: string,
      examples: list(ref('ExampleView')),
      messages: list(ref('MessageSummary')),
      usedIn: list(ref('SchemaSummary')),
      elsewhere: list(object({ document: string, title: string, id: string, same: boolean })),
    },
    { line: integer },
  ),
  Maturity: object({
    team: string,
    name: string,
    rung,
    rungs: list(object({ rung, channels: integer })),
    marks: list(ref('MaturityMark')),
    points: integer,
  }),
  MaturityMark: object(
    {
      mark: words('documented', 'owned', 'versioned', 'tested'),
      done: integer,
      of: integer,
      says: string,
      missing: list(object({ kind: words('service', 'message'), id: string, name: string })),
    },
    { next: string },
  ),
};
