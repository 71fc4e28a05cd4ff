import { faultsOf } from '../faults';
import { SNS } from '../objects';

faultsOf('null-value', [
  ['a null', (get) => (get('Topic alerts')['spec'].displayName = null), `${SNS} Topic alerts spec.displayName`],
]);
