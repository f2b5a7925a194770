import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';
import { sessionInfo } from './session-info.ts';

export const getSession = operation({
  id: 'getSession',
  path: '/api/v1/session',
  summary: 'Who asks, and how one signs in here',
  tag: 'Access',
  about: 'process',
  needs: 'nothing',
  parameters: {},
  answer: { description: 'The session, or how to get one.', schema: ref('SessionInfo') },
  run: (_, call) => sessionInfo(call.principal, call),
});
