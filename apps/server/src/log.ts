import type { Log } from '@portolan/control';
import { type DestinationStream, type LevelWithSilent, pino } from 'pino';

/** How much is logged, and where to; the standard error output when nothing else is said. */
export interface LogOptions {
  readonly level?: LevelWithSilent;
  readonly stream?: DestinationStream;
}

/** A structured log: one JSON object per line, times in ISO 8601, errors with their stack. */
export function createLog({
  level = 'info',
  stream = pino.destination({ dest: 2, sync: true }),
}: LogOptions = {}): Log {
  const serializers = { error: pino.stdSerializers.err };
  return pino({ level, serializers, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}
