export { familyOf, familyOfGroup } from './family';
export type { ByArn, ByAwsName, ByLabels, ByName, Mention } from './mention';
export { mentionsOf } from './mentions';
export { ObjectIndex, prefixesOf } from './objects';
export { fillsOf, referenceFilling } from './reference-kinds';
export { visit } from './visit';
export { waves } from './waves';
