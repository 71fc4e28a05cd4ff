export { components } from './components';
export { cycleIn } from './cycle';
export { append, groupBy } from './lists';
export { oncePer } from './once';
