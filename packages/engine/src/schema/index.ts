export { schemasOf } from './default';
export { KUBERNETES_SCHEMAS, QUANTITY_FORMAT } from './kubernetes';
export { quantityOf } from './quantity';
export { firstOf, type SchemaStore } from './store';
export {
  cloneJson,
  deepEqual,
  fieldSchema,
  isObject,
  type Json,
  type JsonObject,
  type KindSchema,
  ownProperty,
  type Structural,
  valueSchema,
} from './structural';
