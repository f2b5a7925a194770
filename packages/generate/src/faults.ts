import { catalogue } from '@portolan/base';

/** What the generator refuses. */
export const faults = catalogue('DOCS', {
  TEMPLATE_UNKNOWN: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'No page has a place for the template {name}.',
    help: '{hint}A folder of templates may have {known}.',
  },
  SLOT_UNKNOWN: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'The template {name} has a slot {slot} that nothing fills.',
    help: '{hint}Slots are {known}.',
  },
});
