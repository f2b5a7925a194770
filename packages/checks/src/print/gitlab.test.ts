import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { print } from './index.ts';
import { findingAt, report, reportWith } from './test-support.ts';

/** What GitLab’s page on the format demands of each issue. */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

test('is a Code Quality report', () => {
  expect(print('gitlab', report)).toBe(`[
  {
    "description": "There is no \`<version>\`.",
    "check_name": "INFO_VERSION",
    "fingerprint": "109429846a80927d29813f328ca489de",
    "severity": "minor",
    "location": {
      "path": "orders.yaml",
      "lines": {
        "begin": 2
      }
    }
  },
  {
    "description": "The address holds a query.",
    "check_name": "CHANNEL_ADDRESS_QUERY",
    "fingerprint": "8bd1575b16c679d37c0bbde1e40bfddb",
    "severity": "major",
    "location": {
      "path": "orders.yaml",
      "lines": {
        "begin": 6
      }
    }
  }
]
`);
});

test('has all that GitLab demands, also where a finding has no range and where there is none', () => {
  const validate = new Ajv().compile(schema);
  const { range: _, ...whole } = findingAt('A_B', 'info', 'Look.', 1, [1, 2]);
  for (const printed of [report, reportWith([whole]), reportWith([])]) {
    validate(JSON.parse(print('gitlab', printed)));
    expect(validate.errors).toBeNull();
  }
  expect(JSON.parse(print('gitlab', reportWith([whole])))[0]).toMatchObject({
    severity: 'info',
    location: { lines: { begin: 1 } },
  });
  expect(print('gitlab', reportWith([]))).toBe('[]\n');
});

test('no two issues have one fingerprint, which GitLab would take for one issue', () => {
  const twice = [findingAt('A_B', 'info', 'Look.', 1, [1, 2]), findingAt('A_B', 'info', 'Look.', 2, [1, 2])];
  const [first, second] = JSON.parse(print('gitlab', reportWith(twice)));
  expect(first.fingerprint).not.toBe(second.fingerprint);
});
