import { join } from 'node:path';
import { cacheFolder, engineFolder } from '../files';
import { SchemaCache } from './cache';
import { KubernetesSchemas } from './kubernetes';
import { CrdSchemas, firstOf, ImportedSchemas, type SchemaStore } from './store';

export interface SchemaSources {
  /** A platform's `imports/`; one that is not there holds nothing. @default none */
  readonly imports?: string;
  /** A folder with CRD files, instead of the imports. @default none */
  readonly crds?: string;
}

/**
 * Custom kinds by a platform's imports or by CRD files, then those that the engine carries; and Kubernetes' own kinds.
 */
export function schemasOf({ imports, crds }: SchemaSources = {}): SchemaStore {
  const carried = join(engineFolder(), 'schemas');
  const custom =
    crds !== undefined
      ? [new CrdSchemas(crds, new SchemaCache(join(cacheFolder(), 'crds')))]
      : [...(imports === undefined ? [] : [new ImportedSchemas(imports)]), new ImportedSchemas(carried)];
  return firstOf(...custom, new KubernetesSchemas(carried));
}
