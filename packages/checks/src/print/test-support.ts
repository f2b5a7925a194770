import { type Finding, findingOf, type Severity } from '@portolan/base';
import { type ReportedDocument, reportOf } from '../report.ts';

const text = `asyncapi: 3.1.0
info:
  title: Orders
channels:
  placed:
    address: orders?x=1
`;

/** A finding of a kind that only tests know, on one line of `orders.yaml`. */
export function findingAt(
  code: string,
  severity: Severity,
  message: string,
  line: number,
  [from, to]: readonly [number, number],
  pointer = '/x',
): Finding {
  const kind = { code, severity, says: message, why: '', help: 'Mend it.', bad: '', good: '' };
  const range = { start: { line, column: from }, end: { line, column: to } };
  return findingOf(kind, { source: 'orders.yaml', pointer }, {}, { range });
}

/** A report of one document with these findings. */
export function reportWith(findings: readonly Finding[], document: Partial<ReportedDocument> = {}) {
  return reportOf([{ location: 'orders.yaml', files: [{ location: 'orders.yaml', text }], ...document, findings }]);
}

/** Two documents: one with a warning and an error, which has a related place, and one without findings. */
export const report = reportOf([
  {
    location: 'orders.yaml',
    title: 'Orders',
    asyncapi: '3.1.0',
    files: [{ location: 'orders.yaml', text }],
    findings: [
      {
        ...findingAt('CHANNEL_ADDRESS_QUERY', 'error', 'The address holds a query.', 6, [14, 24], '/channels/placed'),
        related: [
          {
            message: 'The channel is here.',
            origin: { source: 'common/shared channels.yaml', pointer: '' },
            range: { start: { line: 5, column: 3 }, end: { line: 5, column: 9 } },
          },
        ],
      },
      findingAt('INFO_VERSION', 'warning', 'There is no `<version>`.', 2, [1, 5], '/info'),
    ],
  },
  { location: 'good.yaml', title: 'Good', asyncapi: '2.6.0', files: [], findings: [] },
]);
