import type { FaultKind } from '@portolan/base';
import { faults as checks } from '@portolan/checks';
import { faults as control } from '@portolan/control';
import { faults as stores } from '@portolan/stores/faults';
import { faults as server } from './faults.ts';

/** Every fault that an answer of this server can carry or show, by code. */
export const catalogues: readonly Readonly<Record<string, FaultKind>>[] = [
  server.kinds,
  control.kinds,
  stores.kinds,
  checks.kinds,
];
