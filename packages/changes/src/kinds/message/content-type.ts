import type { ChangeVerdict } from '../../model.ts';

/** What another content type does to those who read and write the message. */
export function contentTypeVerdict(
  before: string | undefined,
  after: string | undefined,
): { readonly verdict: ChangeVerdict; readonly reason?: string } {
  if (before !== undefined && after !== undefined) return { verdict: 'breaking' };
  return { verdict: 'not-checked', reason: 'the content type of one side is unknown' };
}
