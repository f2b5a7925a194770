import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { print as printKnown, rules } from '../index.ts';
import { reportOf } from '../report.ts';
import { print } from './index.ts';
import { findingAt, report, reportWith } from './test-support.ts';

const line = { type: 'integer', minimum: 1 };
const message = { type: 'object', required: ['text'], properties: { text: { type: 'string' } } };
const locations = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: { type: 'integer', minimum: -1 },
      message,
      physicalLocation: {
        type: 'object',
        required: ['artifactLocation'],
        properties: {
          artifactLocation: { type: 'object', properties: { uri: { type: 'string', format: 'uri-reference' } } },
          region: {
            type: 'object',
            properties: { startLine: line, startColumn: line, endLine: line, endColumn: line },
          },
        },
        additionalProperties: false,
      },
      logicalLocations: {
        type: 'array',
        items: { type: 'object', properties: { fullyQualifiedName: { type: 'string' } }, additionalProperties: false },
      },
    },
    additionalProperties: false,
  },
};
const level = { enum: ['none', 'note', 'warning', 'error'] };

const artifactLocation = { type: 'object', properties: { uri: { type: 'string', format: 'uri-reference' } } };

const replacement = {
  type: 'object',
  required: ['deletedRegion'],
  properties: {
    deletedRegion: {
      type: 'object',
      properties: { startLine: line, startColumn: line, endLine: line, endColumn: line },
      additionalProperties: false,
    },
    insertedContent: { type: 'object', properties: { text: { type: 'string' } }, additionalProperties: false },
  },
  additionalProperties: false,
};

const artifactChange = {
  type: 'object',
  required: ['artifactLocation', 'replacements'],
  properties: { artifactLocation, replacements: { type: 'array', minItems: 1, items: replacement } },
  additionalProperties: false,
};

const fix = {
  type: 'object',
  required: ['artifactChanges'],
  properties: {
    description: message,
    artifactChanges: { type: 'array', minItems: 1, uniqueItems: true, items: artifactChange },
  },
  additionalProperties: false,
};

const suppression = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: { type: 'string' },
  },
  additionalProperties: false,
};

/** What the schema of SARIF 2.1.0 demands of the members that are printed, and that there are no others. */
const schema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      properties: {
                        id: { type: 'string' },
                        shortDescription: message,
                        fullDescription: message,
                        help: message,
                        helpUri: { type: 'string', format: 'uri' },
                        defaultConfiguration: { type: 'object', properties: { level }, additionalProperties: false },
                        properties: { type: 'object' },
                      },
                      additionalProperties: false,
                    },
                  },
                },
                additionalProperties: false,
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: -1 },
                level,
                message,
                locations,
                relatedLocations: { ...locations, uniqueItems: true },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
                fixes: { type: 'array', uniqueItems: true, items: fix },
                suppressions: { type: 'array', uniqueItems: true, items: suppression },
              },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const ajv = new Ajv({ strict: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

test('is one run with a result per finding', () => {
  const [finding] = report.documents[0]?.findings ?? [];
  expect(print('sarif', reportWith(finding ? [finding] : []))).toBe(`{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "Portolan",
          "rules": [
            {
              "id": "INFO_VERSION"
            }
          ]
        }
      },
      "columnKind": "utf16CodeUnits",
      "results": [
        {
          "ruleId": "INFO_VERSION",
          "ruleIndex": 0,
          "level": "warning",
          "message": {
            "text": "There is no \`<version>\`. Mend it."
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "orders.yaml"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 1,
                  "endLine": 2,
                  "endColumn": 5
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "/info"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "portolanFinding/v1": "109429846a80927d29813f328ca489de"
          }
        }
      ]
    }
  ]
}
`);
});

test('related places are locations with a message', () => {
  const [run] = JSON.parse(print('sarif', report)).runs;
  expect(run.results[1].relatedLocations).toEqual([
    {
      id: 1,
      physicalLocation: {
        artifactLocation: { uri: 'common/shared%20channels.yaml' },
        region: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 9 },
      },
      message: { text: 'The channel is here.' },
    },
  ]);
});

test('carries the documentation of the kinds that occur', () => {
  const known = findingAt('INFO_VERSION_NOT_SEMANTIC', 'info', 'No.', 2, [1, 5]);
  const printed = (docs?: string) =>
    JSON.parse(printKnown('sarif', reportWith([known]), docs === undefined ? {} : { docs })).runs[0].tool.driver.rules;
  const rule = rules.find(({ code }) => code === 'INFO_VERSION_NOT_SEMANTIC');
  expect(printed()).toEqual([
    {
      id: 'INFO_VERSION_NOT_SEMANTIC',
      shortDescription: { text: 'The version `…` is not of the form `major.minor.patch`.' },
      fullDescription: { text: rule?.why },
      help: { text: rule?.help, markdown: `${rule?.why}\n\n${rule?.help}\n\nSource: ${rule?.source}` },
      defaultConfiguration: { level: 'note' },
      properties: { page: 'docs/reference/rules/info-version-not-semantic.md' },
    },
  ]);
  expect(printed('https://docs.example.com/rules/')[0].helpUri).toBe(
    'https://docs.example.com/rules/info-version-not-semantic.md',
  );
});

test('keeps the rules of the schema for every kind of finding, without a range, without findings, and in odd files', () => {
  const { range: _, ...whole } = findingAt('A_B', 'info', 'Look.', 1, [1, 2]);
  const odd = { ...whole, origin: { source: 'a b/ü#?.yaml', pointer: '' } };
  const every = rules.map(({ code, severity }) => findingAt(code, severity, 'It says so.', 1, [1, 1]));
  for (const printed of [report, reportWith([whole, odd, ...every]), reportOf([])]) {
    validate(JSON.parse(printKnown('sarif', printed, { docs: 'https://docs.example.com/rules/' })));
    expect(validate.errors).toBeNull();
  }
  const broken = JSON.parse(print('sarif', report));
  broken.runs[0].results[0].locations[0].physicalLocation.region.startColumn = 0;
  expect(validate(broken)).toBe(false);
});

test('every result names its rule twice alike', () => {
  const [run] = JSON.parse(print('sarif', report)).runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test('a document’s words are neither placeholders nor links', () => {
  const evil = findingAt('A_B', 'info', 'Host `{region}.example.com` [here](https://example.com).', 1, [1, 2]);
  expect(JSON.parse(print('sarif', reportWith([evil]))).runs[0].results[0].message.text).toBe(
    'Host `{{region}}.example.com` [here]\u2060(https://example.com). Mend it.',
  );
});

test('a fix is told with its edits, and what an exclude hides is suppressed with the reason', () => {
  const found = findingAt('INFO_VERSION', 'warning', 'There is no version.', 2, [1, 5], '/info');
  const hidden = findingAt('CHANNEL_ADDRESS_QUERY', 'error', 'The address holds a query.', 6, [14, 24], '/channels');
  const finding = { ...found, fix: { says: 'Add the version', steps: [] } };
  const end = { line: 3, column: 16 };
  const edits = [{ location: 'orders.yaml', range: { start: end, end }, text: '\n  version: 1.0.0' }];
  const printed = JSON.parse(
    print(
      'sarif',
      reportWith([finding], {
        mendings: new Map([[finding, edits]]),
        suppressed: [{ finding: hidden, reason: 'The old gateway wants it.' }],
      }),
    ),
  );
  validate(printed);
  expect(validate.errors).toBeNull();
  const [first, second] = printed.runs[0].results;
  expect(first.fixes).toEqual([
    {
      description: { text: 'Add the version' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'orders.yaml' },
          replacements: [
            {
              deletedRegion: { startLine: 3, startColumn: 16, endLine: 3, endColumn: 16 },
              insertedContent: { text: '\n  version: 1.0.0' },
            },
          ],
        },
      ],
    },
  ]);
  expect(first.suppressions).toBeUndefined();
  expect(second).toMatchObject({
    ruleId: 'CHANNEL_ADDRESS_QUERY',
    suppressions: [{ kind: 'external', status: 'accepted', justification: 'The old gateway wants it.' }],
  });
});
