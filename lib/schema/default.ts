import { join } from 'node:path';
import { SchemaCache } from './cache';
import { KubernetesSchemas } from './kubernetes';
import { CrdSchemas, firstOf, ImportedSchemas, type SchemaStore } from './store';

/** Custom kinds by the imports folder, or by the CRD files below another one, and Kubernetes' own kinds. */
export function schemasOf(importsDir: string, crdsDir?: string): SchemaStore {
  const custom =
    crdsDir === undefined
      ? new ImportedSchemas(importsDir)
      : new CrdSchemas(crdsDir, new SchemaCache(join(importsDir, '..', 'node_modules', '.cache', 'crds')));
  return firstOf(custom, new KubernetesSchemas(importsDir));
}
