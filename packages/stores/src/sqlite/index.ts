export { faults } from '../faults.ts';
export { openSqlite } from './open-sqlite.ts';
