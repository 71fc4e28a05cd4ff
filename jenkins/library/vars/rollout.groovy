import groovy.json.JsonSlurperClassic

/**
 * A Rollout of the cluster, seen and promoted through the API server as `kubectl argo rollouts` does it. Runs in a Pod of the
 * template deploy, whose service account may do no more: https://github.com/argoproj/argo-rollouts/blob/v1.9.1/pkg/kubectl-argo-rollouts/cmd/promote/promote.go
 */
Map get(String namespace, String name) {
  String text = request(namespace, name, 'GET', '', '')
  return new JsonSlurperClassic().parseText(text)
}

/** Waits until a stack with this image stands beside the one that gets requests, and is well. */
void waitForPreview(String namespace, String name, String digest) {
  waitUntil(initialRecurrencePeriod: 10000, quiet: true) {
    Map found = get(namespace, name)
    boolean isIt = found.spec.template.spec.containers.any { it.image.endsWith("@${digest}") }
    if (found.status?.abort) {
      error "The release was aborted: ${found.status?.message}"
    }
    return isIt && isObserved(found) && (isPaused(found) || found.status?.phase == 'Healthy')
  }
}

/** Lets the new stack take over. */
void promote(String namespace, String name) {
  request(namespace, name, 'PATCH', '/status', '{"status":{"pauseConditions":null}}')
}

/** Leaves the requests where they are, and takes the new stack away, where there is one. */
void abort(String namespace, String name) {
  if (get(namespace, name).status?.phase == 'Healthy') {
    return
  }
  request(namespace, name, 'PATCH', '/status', '{"status":{"abort":true}}')
}

/** Waits until the stack that gets requests is the newest, and is well. */
void waitUntilHealthy(String namespace, String name) {
  waitUntil(initialRecurrencePeriod: 10000, quiet: true) {
    Map found = get(namespace, name)
    if (found.status?.phase == 'Degraded') {
      error "The release failed: ${found.status?.message}"
    }
    return isObserved(found) && found.status?.phase == 'Healthy'
  }
}

private boolean isObserved(Map found) {
  return "${found.status?.observedGeneration}" == "${found.metadata.generation}"
}

private boolean isPaused(Map found) {
  return found.status?.pauseConditions?.any { it.reason == 'BlueGreenPause' }
}

private String request(String namespace, String name, String method, String subresource, String body) {
  withEnv(["ROLLOUT=${namespace}/rollouts/${name}${subresource}", "METHOD=${method}", "BODY=${body}"]) {
    return sh(returnStdout: true, script: '''
      set -eu
      account=/var/run/secrets/kubernetes.io/serviceaccount
      set -- --fail-with-body --silent --show-error --cacert "$account/ca.crt" --request "$METHOD"
      test -z "$BODY" || set -- "$@" --header 'Content-Type: application/merge-patch+json' --data "$BODY"
      # the token comes from a file that curl reads, so that no list of processes has it
      printf 'header = "Authorization: Bearer %s"\\n' "$(cat "$account/token")" |
        curl --config - "$@" "https://kubernetes.default.svc/apis/argoproj.io/v1alpha1/namespaces/$ROLLOUT"
    ''')
  }
}
