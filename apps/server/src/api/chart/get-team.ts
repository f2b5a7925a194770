import { faults } from '../../faults.ts';
import { teamPage } from '../../views/team-page.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { idOf } from '../parameter.ts';

export const getTeam = operation({
  id: 'getTeam',
  path: '/api/v1/teams/{id}',
  summary: 'Everything about one team',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: { id: idOf('team') },
  answer: { description: 'The team.', schema: ref('TeamPage') },
  faults: [faults.NOT_FOUND],
  run({ id }, { known }) {
    const found = teamPage(known, id);
    if (!found) throw faults.NOT_FOUND({ kind: 'team', id });
    return found;
  },
});
