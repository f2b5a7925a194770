export { demand, may, owning } from './access/may.ts';
export {
  ACCESS_MODES,
  type AccessMode,
  type Audit,
  type AuditDraft,
  type AuditEntry,
  type AuditPage,
  type Need,
  type Owned,
  type Permission,
  type Principal,
  ROLES,
  type Role,
} from './access/model.ts';
export { type OidcSettings, WAY_LIFE } from './access/oidc.ts';
export {
  type Access,
  type AccessOptions,
  type Accounts,
  type Credentials,
  openAccess,
  type Recognised,
  withoutAccounts,
} from './access/open-access.ts';
export { COMMAND_LINE } from './access/principal-of.ts';
export { safePath } from './access/safe-path.ts';
export type { Begun, SessionView, Visit } from './access/sessions.ts';
export { type MadeToken, MOST_DAYS, type NewToken, TOKEN_START, type TokenView } from './access/tokens.ts';
export type { NewUser, UserChange, UserView } from './access/users.ts';
export type {
  Catalog,
  CatalogChange,
  CatalogDocument,
  Log,
  PushedDocument,
  PushOptions,
  PushOutcome,
  RecentEntry,
  SettledDecisions,
  Snapshot,
  SourceState,
} from './catalog/model.ts';
export { type CatalogOptions, openCatalog } from './catalog/open-catalog.ts';
export { type Places, placeOf } from './catalog/places.ts';
export { contractOf, readRevision } from './catalog/read-revision.ts';
export { chartedOf } from './catalog/snapshot.ts';
export { gatherEvidence } from './evidence/gather-evidence.ts';
export { type Gathered, gatherGoverned } from './evidence/gathered.ts';
export { type OwnersReader, openOwners } from './evidence/owners.ts';
export { faults } from './faults.ts';
export { isHost } from './remote/hosts.ts';
export { openRemote, type Remote, type RemoteOptions } from './remote/remote.ts';
export type { KeptCheck, NewCheck, NewSignOff, NewWaiver, Reviews } from './reviews/model.ts';
export { reviewsOf } from './reviews/reviews.ts';
export type { Governing, GoverningFile } from './settings/governing.ts';
export { openSettings, type SettingsOptions, type SettingsReader } from './settings/open-settings.ts';
export { slashed } from './settings/places.ts';
export { today } from './settings/today.ts';
export { type FolderOptions, folder } from './sources/folder.ts';
export { folders } from './sources/folders.ts';
export { isHere } from './sources/here.ts';
export { folderAt, isSourceName, type NamedSource, namedSource, type OpenOptions } from './sources/named-sources.ts';
export type { Scan, Source } from './sources/port.ts';
export { PUSH_LIMITS } from './sources/pushed/checked-files.ts';
export type { PushedFile, PushFacts } from './sources/pushed/ledger.ts';
export { secretRef } from './sources/secret.ts';
export { openWatches, type WatchOptions } from './watches/index.ts';
export type { EventsAfter, NewWatch, Watch, WatchEvent, WatchFilter, WatchWithSecret } from './watches/model.ts';
export type { Telling } from './watches/start-telling.ts';
export type { Watches } from './watches/watches.ts';
