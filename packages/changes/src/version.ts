import type { Contract } from '@portolan/contract';
import { type Change, graver } from './model.ts';

/** Which version is due after some changes. */
export interface VersionDue {
  readonly before: string;
  readonly after: string;
  /** Which number has to grow, by the strongest change; absent where nothing changed. */
  readonly step?: 'major' | 'minor' | 'patch';
  /** The least version that will do; absent where nothing changed, or the version before is not semantic. */
  readonly due?: string;
  /** Whether the version after will do. Unknown where one of the two is not semantic. */
  readonly enough?: boolean;
}

/**
 * The version that is due by Semantic Versioning 2.0.0: a breaking change needs a major version (before 1.0.0 a minor one,
 * section 4 leaves that open and most do so), a change that breaks nothing a minor one, and words a patch. What was not
 * checked counts as no more than a minor change: it is told beside.
 */
export function versionDue(before: Contract, after: Contract, changes: readonly Change[]): VersionDue {
  const versions = { before: before.info.version, after: after.info.version };
  const counted = changes.filter(({ code }) => code !== 'INFO_VERSION_CHANGED');
  if (counted.length === 0) return versions;
  const verdict = counted.map(change => change.verdict).reduce(graver);
  const from = parse(versions.before);
  const step = verdict === 'editorial' ? 'patch' : verdict !== 'breaking' || from?.numbers[0] === 0 ? 'minor' : 'major';
  if (!from) return { ...versions, step };
  const due = next(from, step);
  const to = parse(versions.after);
  return { ...versions, step, due: due.join('.'), ...(to && { enough: compareNumbers(to.numbers, due) >= 0 }) };
}

interface Parsed {
  readonly numbers: readonly [number, number, number];
  readonly prerelease: boolean;
}

function parse(version: string): Parsed | undefined {
  const found = /^v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.exec(version);
  if (!found) return undefined;
  return { numbers: [Number(found[1]), Number(found[2]), Number(found[3])], prerelease: found[4] !== undefined };
}

/** A prerelease becomes its own release when that is step enough: 2.0.0-rc.1 may break until it is 2.0.0. */
function next(
  { numbers: [major, minor, patch], prerelease }: Parsed,
  step: 'major' | 'minor' | 'patch',
): [number, number, number] {
  if (prerelease && (step === 'patch' || (patch === 0 && (step === 'minor' || minor === 0))))
    return [major, minor, patch];
  if (step === 'major') return [major + 1, 0, 0];
  return step === 'minor' ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) if (number !== b[index]) return number - (b[index] ?? 0);
  return 0;
}
