import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ApiResourceList,
  compactOpenApi,
  KUBERNETES_GROUPS,
  KUBERNETES_SCHEMAS,
  type OpenApi,
} from '../../src/schema/kubernetes';
import { ENGINE } from '../engine';
import { ApiServer, ASSETS } from './api-server';

/** The compact schemas of the core kinds that a server serves. */
export function kubernetesSchemas(server: ApiServer): string {
  const get = (path: string) => {
    const { status, stdout, stderr } = server.kubectl(['get', '--raw', path]);
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  return compactOpenApi(
    KUBERNETES_GROUPS.map((group) => ({
      openapi: get(`/openapi/v3/${group}`) as OpenApi,
      resources: get(`/${group}`) as ApiResourceList,
    })),
  );
}

async function main(): Promise<void> {
  if (!ASSETS) {
    console.error('set KUBEBUILDER_ASSETS to a folder with kube-apiserver, etcd and kubectl');
    process.exitCode = 2;
    return;
  }
  const server = new ApiServer();
  try {
    await server.start();
    writeFileSync(join(ENGINE, 'schemas', KUBERNETES_SCHEMAS), kubernetesSchemas(server));
  } finally {
    server.stop();
  }
}

if (process.argv[1]?.endsWith('kubernetes-schemas.ts')) void main();
