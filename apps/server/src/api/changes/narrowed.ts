import { faults } from '../../faults.ts';
import { text } from '../parameter.ts';

/** What changes can be narrowed to, in lists and in feeds. */
export const narrowed = {
  service: text('Only documents of this service (its id).'),
  team: text('Only documents of services that this team owns (its id).'),
  channel: text('Only what changed about this channel (its id).'),
  document: text('Only this document (its id).'),
};

/** A time as the log writes it. @throws SERVER_PARAMETER_INVALID for what is none */
export function timeOf(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw faults.PARAMETER_INVALID({ name, reason: 'has to be a day or a time, such as 2026-03-01' });
  }
  return time.toISOString();
}
