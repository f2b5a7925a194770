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
export { faults } from './faults.ts';
export { type FolderOptions, folder } from './sources/folder.ts';
export { folders } from './sources/folders.ts';
export type { Scan, Source } from './sources/port.ts';
