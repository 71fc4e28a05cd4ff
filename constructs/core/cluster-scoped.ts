import { type ApiObject, JsonPatch } from 'cdk8s';

/** Takes the chart's namespace from an object of the cluster, which cannot have one. */
export function clusterScoped(object: ApiObject): void {
  object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
}
