export type {
  Catalog,
  CatalogChange,
  CatalogDocument,
  Log,
  RecentEntry,
  Snapshot,
  SourceState,
} from './catalog/model.ts';
export { type CatalogOptions, openCatalog } from './catalog/open-catalog.ts';
export { type Places, placeOf } from './catalog/places.ts';
export { gatherEvidence } from './evidence/gather-evidence.ts';
export type { Gathered } from './evidence/gathered.ts';
export { faults } from './faults.ts';
export { isHost } from './remote/hosts.ts';
export { openRemote, type Remote, type RemoteOptions } from './remote/remote.ts';
export type { Governing, GoverningFile } from './settings/governing.ts';
export { openSettings, type SettingsOptions, type SettingsReader } from './settings/open-settings.ts';
export { slashed } from './settings/places.ts';
export { today } from './settings/today.ts';
export { type FolderOptions, folder } from './sources/folder.ts';
export { folders } from './sources/folders.ts';
export type { Scan, Source } from './sources/port.ts';
