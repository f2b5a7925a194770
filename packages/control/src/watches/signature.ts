import { createHmac } from 'node:crypto';

/** What a secret of Standard Webhooks begins with. */
const PREFIX = 'whsec_';

/**
 * The secret of a watch. It is made from the key of the installation and kept nowhere: whoever reads the store learns no
 * secret, and it can be shown again.
 *
 * @param key at least 32 random bytes that only this installation knows
 */
export function secretOf(key: Uint8Array, id: string): string {
  return PREFIX + createHmac('sha256', key).update(`portolan watch ${id}`).digest('base64');
}

/**
 * The headers by which a receiver knows that a webhook is from here, whole and new: those of the specification Standard
 * Webhooks, so that its libraries check them.
 *
 * @param id the same for every try to tell the same thing
 */
export function signed(secret: string, id: string, now: Date, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
