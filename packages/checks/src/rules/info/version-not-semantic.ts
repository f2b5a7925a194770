import { at } from '../../context.ts';
import { isSemanticVersion } from '../../facts/versions.ts';
import { rule } from '../../rule.ts';

const good = `asyncapi: 3.1.0
info:
  title: Orders
  version: 2.1.0
`;

export default rule({
  code: 'INFO_VERSION_NOT_SEMANTIC',
  severity: 'info',
  says: 'The version `{version}` is not of the form `major.minor.patch`.',
  why: 'With semantic versions everybody sees from the number alone whether a new revision breaks its receivers.',
  help: 'Write three numbers, such as `1.4.0`; a label may follow: `1.4.0-beta.1`.',
  source: 'Semantic Versioning 2.0.0, https://semver.org',
  bad: good.replace('2.1.0', 'v2'),
  good,
  info(info, { contract, report }) {
    // Most registries give themselves no version at all.
    if (contract.xregistry !== undefined && info.version === '') return;
    if (!isSemanticVersion(info.version)) report(at(info, 'version'), { version: info.version });
  },
});
