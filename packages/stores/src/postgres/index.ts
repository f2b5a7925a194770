export { addressOf, isPostgres } from './address.ts';
export { openPostgres, type PostgresOptions } from './open-postgres.ts';
