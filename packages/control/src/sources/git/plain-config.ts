import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * A fetch of a part of a repository writes into the configuration that the rest can be fetched when it is needed. From
 * then on whatever reads the mirror would ask the server for each object that it cannot find, one by one, and for ever
 * for one that is broken. So what a fetch wrote there is undone when it is over.
 */

/** Remembers the configuration of a new mirror. */
export async function keepPlain(mirror: string): Promise<void> {
  await copyFile(join(mirror, 'config'), join(mirror, 'config.plain'));
}

/** Gives a mirror its own configuration back. One that has none yet was never finished. */
export async function restorePlain(mirror: string): Promise<void> {
  try {
    await copyFile(join(mirror, 'config.plain'), join(mirror, 'config.next'));
    await rename(join(mirror, 'config.next'), join(mirror, 'config'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
