export { acknowledged, acknowledgementsOf } from './acknowledgements';
