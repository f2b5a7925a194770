import { mapView } from '../../views/map.ts';
import { ref } from '../json-schema.ts';
import { operation } from '../operation.ts';

export const getMap = operation({
  id: 'getMap',
  path: '/api/v1/map',
  summary: 'The whole organisation as nodes and edges',
  description: 'Services and channels, and an edge for each direction in which a service uses a channel.',
  tag: 'Chart',
  about: 'chart',
  needs: 'read',
  parameters: {},
  answer: { description: 'Everything that the map draws, in one answer.', schema: ref('MapView') },
  run: (_, { known }) => mapView(known),
});
