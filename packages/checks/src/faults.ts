import { catalogue } from '@portolan/base';

export const faults = catalogue('CHECKS', {
  RULE_FAILED: {
    status: 500,
    exit: 3,
    retry: false,
    says: 'The rule {rule} failed on this document: {reason}.',
    help: 'Its findings may be incomplete; all other rules were run. This is a mistake of Portolan: please report it together with the document.',
  },
  FORMAT_UNKNOWN: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'There is no output format `{format}`.',
    help: 'Choose one of: {formats}.',
  },
  SET_UNKNOWN: {
    status: 400,
    exit: 2,
    retry: false,
    says: 'There is no set of rules `{set}`.',
    help: 'Choose one of: {sets}.',
  },
});
