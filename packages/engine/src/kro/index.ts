export { graphProblems } from './check';
export { instanceSchemaOf, instanceSchemasOf } from './crd';
export { escapeLiteral, piecesOfTemplate, untemplated } from './expressions';
export { isResourceId } from './ids';
export { kroObjectsIn, resourceGraphsOfInstances } from './objects';
export {
  type GraphResource,
  instanceKindOf,
  isResourceGraph,
  RESOURCE_GRAPH_KIND,
  resourceGraphsAmong,
  resourcesOf,
} from './resource-graph';
export { type ExpressionType, fits, typeOfSchema } from './types';
