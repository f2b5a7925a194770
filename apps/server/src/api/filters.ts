import { text } from './parameter.ts';

/** What lists of services, channels and messages can be narrowed to. */
export const filters = {
  source: text('Only what documents of this source describe.'),
  owner: text('Only what this team owns (its id).'),
  domain: text('Only what belongs to this domain (its id).'),
  protocol: text('Only what speaks this protocol, such as `kafka`.'),
  q: text('Only what says each of these words in its name, address, summary, description or tags.'),
};
