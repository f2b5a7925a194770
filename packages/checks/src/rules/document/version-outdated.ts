import { at } from '../../context.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 1.0.0
`;

const LATEST = '3.1.0';

export default rule({
  code: 'DOCUMENT_VERSION_OUTDATED',
  severity: 'info',
  sets: ['strict'],
  says: 'The document is written in AsyncAPI {version}; the latest is {latest}.',
  why: 'Every version before 3.0 says what others do and is often read the wrong way round. Later ones mend mistakes of the specification.',
  help: 'Convert it with `portolan convert`, or change the version where the grammar is the same.',
  bad: good.replace('3.1.0', '3.0.0'),
  good,
  contract(contract, { report }) {
    const { asyncapi: version } = contract;
    if (version === undefined || !isBefore(version, LATEST)) return;
    report(at(contract, 'asyncapi'), { version, latest: LATEST });
  },
});

/** Patch versions correct the text of the specification and nothing in documents. */
function isBefore(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
