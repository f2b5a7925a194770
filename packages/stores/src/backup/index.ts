export { backupOf } from './backup-of.ts';
export type { Amount } from './format.ts';
export { readBackup } from './read-backup.ts';
