export { openApi } from './api/openapi.ts';
export { operations } from './api/operations.ts';
export { faults } from './faults.ts';
export { isLoopback } from './http/guard.ts';
export { createLog, type LogOptions } from './log.ts';
export { type Server, type ServerOptions, startServer } from './start-server.ts';
export { VERSION } from './version.ts';
