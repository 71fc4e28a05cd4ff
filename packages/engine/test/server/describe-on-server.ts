import { ASSETS } from './api-server';

const REASON = 'skipped: KUBEBUILDER_ASSETS names no folder with kube-apiserver, etcd and kubectl';

/** A suite that needs an API server; skipped where there is none, saying so in its name. */
export function describeOnServer(name: string, suite: () => void): void {
  if (ASSETS) describe(name, suite);
  else describe.skip(`${name} (${REASON})`, suite);
}
