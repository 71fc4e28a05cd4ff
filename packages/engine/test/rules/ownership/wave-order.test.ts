import { faultsOf } from '../faults';
import { EVENTS, wave } from '../objects';

faultsOf('wave-order', [
  [
    'a consumer in a wave before its producer',
    (get) => wave(get('Archive platform-events-archive'), -1),
    `${EVENTS} Archive platform-events-archive metadata.annotations.argocd.argoproj.io/sync-wave`,
  ],
]);
