export { collect } from './collect';
export { moveTo } from './move';
export { renderChart, type SynthFile } from './render';
export type { Made, Synthesis } from './synthesis';
export { type SynthesizeOptions, synthesize } from './synthesize';
export { compareDist, type DistDifference, writeDist } from './write';
