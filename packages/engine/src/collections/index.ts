export { cycleIn } from './cycle';
export { append, groupBy } from './lists';
export { oncePer } from './once';
export { stronglyConnectedComponents } from './strongly-connected-components';
