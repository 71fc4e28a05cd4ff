export { carriedIn, graphsOfInstances } from './carried';
export { graphProblems } from './check';
export { schemaOfGraph, schemasOfGraphs } from './crd';
export { escapeLiteral, piecesOfTemplate, untemplated } from './expressions';
export { GRAPH_KIND, type GraphResource, graphsAmong, isGraph, kindOf, resourcesOf } from './graph';
export { isResourceId } from './ids';
export { type ExpressionType, fits, typeOfSchema } from './types';
