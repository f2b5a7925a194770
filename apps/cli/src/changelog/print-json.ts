import type { Change, ServiceChangelog } from '@portolan/changes';
import { CHANGELOG_SHAPE } from './json-schema.ts';

/** For programs: the shape that `json-schema.ts` describes. */
export function printJson(changelogs: readonly ServiceChangelog[]): string {
  const services = changelogs.map(({ title, path, releases }) => ({
    title,
    path,
    releases: releases.map(release => ({
      ...release,
      sections: release.sections.map(({ name, changes }) => ({ name, changes: changes.map(changeJson) })),
    })),
  }));
  return `${JSON.stringify({ portolan: CHANGELOG_SHAPE, services }, undefined, 2)}\n`;
}

function changeJson({ code, verdict, says, help, reason }: Change) {
  return { code, verdict, says, help, ...(reason !== undefined && { reason }) };
}
