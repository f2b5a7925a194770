import type { PlacedChange } from './model.ts';

/** What a change does to each service at the other end, a line for each. */
export function consumerLines({ consumers = [] }: PlacedChange): string[] {
  return consumers.map(({ name, owner, verdict, reason, witness, message }) => {
    const who = owner === undefined ? name : `${name} (${owner})`;
    if (verdict === 'reads') return `${who}: \`${message}\` still fits`;
    if (verdict === 'unknown')
      return `${who}: \`${message}\` is not checked, ${reason ?? 'it does not say what it reads'}`;
    const shown = witness && JSON.stringify(witness.encoded ?? witness.message);
    const example = shown && shown.length < 300 ? `, for example ${shown}` : '';
    return `${who}: BREAKS on \`${message}\`${reason ? `: ${reason}` : ''}${example}`;
  });
}
