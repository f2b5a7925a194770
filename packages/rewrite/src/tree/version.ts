import { isScalar } from 'yaml';
import { child } from './nodes.ts';

/** The version of the specification that a document is written in. */
export interface Version {
  /** As it is written: `2.6.0`. */
  readonly written: string;
  readonly major: 2 | 3;
  /** Major and minor as a number that can be compared: 2.6. */
  readonly number: number;
}

/** The version that a document states, or undefined when it is none of those that Portolan reads. */
export function versionOf(root: unknown): Version | undefined {
  const stated = child(root, 'asyncapi');
  const written = isScalar(stated) ? (stated.source ?? String(stated.value)) : '';
  const [, major, minor] = /^([23])\.(\d+)\.\d+/.exec(written) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  return { written, major: Number(major) as 2 | 3, number: Number(major) + Number(minor) / 10 };
}
