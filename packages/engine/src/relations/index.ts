export { guessHome, type Home } from './home';
export { type Need, Needs } from './needs';
export { type Dependency, fieldOf, pathInDocument, Tree, type TreeObject } from './tree';
