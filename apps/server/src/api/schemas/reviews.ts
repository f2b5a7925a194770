import { jsonSchema as findingsJsonSchema } from '@portolan/checks';
import { changesJsonSchema, checkJsonSchema, consumer } from '@portolan/review';
import {
  anything,
  boolean,
  digest,
  instant,
  integer,
  type JsonSchema,
  list,
  object,
  ref,
  string,
  words,
} from '../json-schema.ts';

const doer = object({ kind: string, id: string, name: string });
const whose = { service: string, serviceName: string, owner: string, ownerName: string };
const edited = changesJsonSchema.properties.documents.items.properties;
const decisionKind = words('waiver', 'sign-off');
const verdictKind = words('breaking', 'findings', 'version', 'not-checked', 'settled', 'well');
const check = {
  id: string,
  sequence: integer,
  at: instant,
  source: string,
  revision: string,
  base: string,
  by: doer,
};
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const given = (most: number) => ({ type: 'string', minLength: 1, maxLength: most });

/** Changes of revisions and checks, and what was decided about them. */
export const reviewSchemas = {
  ReviewVerdict: object({
    kind: verdictKind,
    says: string,
    versions: list(string),
    consumers: list(ref('ConsumerView')),
  }),
  ConsumerView: {
    ...consumer,
    required: [...consumer.required, 'charted'],
    properties: { ...consumer.properties, charted: boolean, ownerId: string },
  },
  ChangeView: edited.changes.items,
  SchemaSidesView: object(
    { message: string, marks: list(object({ path: string, says: string, breaks: boolean })) },
    { charted: string, before: ref('Shape'), after: ref('Shape') },
  ),
  DecisionView: object(
    { id: string, at: instant, kind: decisionKind, document: string, change: string, reason: string, by: doer },
    { service: string, team: string, until: day, revoked: instant },
  ),
  CheckSummary: object(check, { title: string, link: string, verdict: verdictKind }),
  TriedView: object(
    { document: string, title: string, version: string, problems: list(object({ pointer: string, says: string })) },
    { serviceName: string, revision: string, valid: boolean, notChecked: string },
  ),
  KeptCheckView: object({ id: string, added: boolean, page: string }),
  CheckPage: object({
    check: ref('CheckSummary'),
    verdict: ref('ReviewVerdict'),
    said: string,
    fails: boolean,
    documents: list(
      object(
        { document: string, charted: boolean, title: string, changes: list(ref('ChangeView')) },
        { version: edited.version },
      ),
    ),
    findings: { type: 'object' },
    decisions: list(ref('DecisionView')),
  }),
  RevisionChanges: object(
    {
      document: string,
      title: string,
      source: string,
      digest,
      at: instant,
      verdict: ref('ReviewVerdict'),
      changes: list(ref('ChangeView')),
      more: integer,
      schemas: list(ref('SchemaSidesView')),
      decisions: list(ref('DecisionView')),
    },
    { ...whose, before: object({ digest, at: instant }), version: edited.version },
  ),
};

/** What is sent for a decision. */
export const NEW_DECISION = object(
  {
    kind: decisionKind,
    document: given(2_000),
    changes: { type: 'array', items: given(2_000), minItems: 1, maxItems: 100 },
    reason: given(2_000),
  },
  { until: day, service: given(500) },
);

export const DECISION_LIST = object({ items: list(ref('DecisionView')) });

/** The most bytes of a message that is tried. */
export const MOST_TRIED = 256 * 1_024;

export const TRY = object({ payload: anything });

export const TRY_REVISIONS = object({
  payload: anything,
  message: given(2_000),
  revisions: { type: 'array', items: given(100), minItems: 1, maxItems: 5 },
});

export const TRIED_LIST = object({ items: list(ref('TriedView')) });

/** What is sent for a check: the whole report is checked, so that pages can rely on it. */
export const NEW_CHECK = object(
  {
    source: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 200 },
    revision: given(200),
    base: given(200),
    report: withoutDialect({
      ...checkJsonSchema,
      properties: {
        ...checkJsonSchema.properties,
        changes: withoutDialect(changesJsonSchema),
        findings: withoutDialect(findingsJsonSchema),
      },
    }),
  },
  { title: given(500), link: { type: 'string', pattern: '^https?://', maxLength: 2_000 } },
);

/** A part of another schema names no dialect of its own: these say the same in both. */
function withoutDialect({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
