/**
 * What judging files of this machine takes: where they are, which settings govern them, and the network as far as it is
 * allowed. The catalog with its accounts, forges and watches stays out, so that a command does not load, among other
 * things, all that speaks HTTP before it has read one document.
 */
export { gatherEvidence } from './evidence/gather-evidence.ts';
export { gatherGoverned } from './evidence/gathered.ts';
export { type OwnersReader, openOwners } from './evidence/owners.ts';
export { faults } from './faults.ts';
export { isHost } from './remote/hosts.ts';
export { openRemote, type Remote } from './remote/remote.ts';
export type { Governing, GoverningFile } from './settings/governing.ts';
export { openSettings, type SettingsReader } from './settings/open-settings.ts';
export { slashed } from './settings/places.ts';
export { today } from './settings/today.ts';
export { folder } from './sources/folder.ts';
export { folders } from './sources/folders.ts';
export type { Source } from './sources/port.ts';
