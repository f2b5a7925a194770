import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the built portal: beside the packed program, else in the checkout. Undefined when it was never built. */
export function webRoot(): string | undefined {
  const packed = join(import.meta.dirname, 'web');
  const checkout = join(import.meta.dirname, '..', '..', '..', 'web', 'dist');
  return [packed, checkout].find(folder => existsSync(join(folder, 'index.html')));
}
