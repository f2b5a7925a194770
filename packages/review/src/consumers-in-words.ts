import type { PlacedChange } from './model.ts';

/** What a change does to each service at the other end, a line for each. */
export function consumerLines({ consumers = [] }: Pick<PlacedChange, 'consumers'>): string[] {
  return consumers.map(({ name, owner, verdict, reason, witness, message, signedOff }) => {
    const signed = signedOff ? `, signed off by ${signedOff.team} on ${signedOff.on}: ${signedOff.reason}` : '';
    const who = owner === undefined ? name : `${name} (${owner})`;
    if (verdict === 'reads') return `${who}: \`${message}\` still fits`;
    if (verdict === 'unknown')
      return `${who}: \`${message}\` is not checked, ${reason ?? 'it does not say what it reads'}${signed}`;
    const shown = witness && JSON.stringify(witness.encoded ?? witness.message);
    const example = shown && shown.length < 300 ? `, for example ${shown}` : '';
    return `${who}: BREAKS on \`${message}\`${reason ? `: ${reason}` : ''}${example}${signed}`;
  });
}

/** What was announced and decided about a change. */
export function decisionLines({ retirement, settled }: Pick<PlacedChange, 'retirement' | 'settled'>): string[] {
  // What settles a change tells of its sunset itself.
  const announced = settled?.by === 'sunset' ? undefined : retirement?.says;
  return [announced, settled?.says].filter(line => line !== undefined);
}
