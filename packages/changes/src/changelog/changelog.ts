import { compareText } from '@portolan/base';
import { documentChanges } from '../documents.ts';
import { type Change, graver } from '../model.ts';
import { versionDue } from '../version.ts';
import {
  type Release,
  SECTIONS,
  type SectionName,
  type ServiceChangelog,
  type ServicePast,
  type ServiceState,
} from './model.ts';

/**
 * What changed from version to version of one service, the newest first. A version is compared as it was last: what was
 * done and undone while it lasted is not told. Undefined for a service without a state.
 */
export function changelogOf({ path, states, continued, gone }: ServicePast): ServiceChangelog | undefined {
  const last = states.at(-1);
  if (!last) return undefined;
  const releases: Release[] = [];
  let before: ServiceState | undefined;
  for (const span of versionsOf(states)) {
    if (before) releases.push(releaseOf(before, span.last, span.first.at));
    else if (!continued) releases.push(firstOf(span.first));
    // What was there before is no release of its own; what became of it under the same version is told.
    else if (span.first !== span.last) releases.push(releaseOf(span.first, span.last, span.last.at));
    before = span.last;
  }
  if (gone) releases.push({ ...gone, kind: 'gone', strongest: 'breaking', sections: [] });
  return { title: last.contract.info.title, path, releases: releases.reverse() };
}

/** Changelogs in the order of their titles; those without a release are left out. */
export function changelogsOf(services: readonly ServicePast[]): ServiceChangelog[] {
  const all = services.map(changelogOf).filter(changelog => changelog !== undefined);
  return all
    .filter(({ releases }) => releases.length > 0)
    .sort((a, b) => compareText(a.title, b.title) || compareText(a.path, b.path));
}

interface VersionSpan {
  readonly first: ServiceState;
  readonly last: ServiceState;
}

/** Stretches of states that say the same version. */
function versionsOf(states: readonly ServiceState[]): VersionSpan[] {
  const spans: VersionSpan[] = [];
  for (const state of states) {
    const span = spans.at(-1);
    if (span?.last.contract.info.version === state.contract.info.version)
      spans[spans.length - 1] = { first: span.first, last: state };
    else spans.push({ first: state, last: state });
  }
  return spans;
}

function firstOf({ contract, at, revision }: ServiceState): Release {
  return { version: contract.info.version, at, revision, kind: 'first', sections: [] };
}

function releaseOf(before: ServiceState, state: ServiceState, at: string): Release {
  const changes = documentChanges(sideOf(before), sideOf(state));
  const { due, enough } = versionDue(before.contract, state.contract, changes);
  const told = changes.filter(({ code }) => code !== 'INFO_VERSION_CHANGED');
  const sections = SECTIONS.map(name => ({ name, changes: told.filter(change => sectionOf(change) === name) }));
  return {
    version: state.contract.info.version,
    at,
    revision: state.revision,
    kind: 'changed',
    ...(told.length > 0 && { strongest: told.map(({ verdict }) => verdict).reduce(graver) }),
    ...(due !== undefined && enough === false && { due }),
    sections: sections.filter(section => section.changes.length > 0),
  };
}

function sideOf({ contract, unresolved }: ServiceState) {
  return { name: contract.origin.source, contract, ...(unresolved && { unresolved }) };
}

/** What breaks stands first, whatever it is; what breaks nothing by what happened. */
function sectionOf({ verdict, code }: Change): SectionName {
  if (verdict !== 'non-breaking') return verdict;
  if (code.includes('DEPRECATED') || code.includes('SUNSET')) return 'deprecated';
  if (code.startsWith('SECURITY_')) return 'security';
  if (code.endsWith('_ADDED')) return 'added';
  return code.endsWith('_REMOVED') ? 'removed' : 'changed';
}
