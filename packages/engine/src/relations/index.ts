export { guessHome, type Home } from './home';
export { type Dependency, fieldOf, pathInDocument, Tree, type TreeObject } from './tree';
