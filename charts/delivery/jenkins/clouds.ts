import type { JenkinsConfiguration, PodTemplate } from '../../../constructs/jenkins/configuration-schema';
import { JENKINS_AGENTS_NAMESPACE, JENKINS_CHECKS_NAMESPACE, JENKINS_PORT } from '../../../constructs/jenkins/names';
import type { Environment } from '../../../environments';
import { CLOUDS, type Cloud } from './agents';

/** The service account that makes the Pods of `checks`, and the Secret with its token. */
export const STARTS_CHECKS = 'jenkins-starts-checks';

export interface GivenToClouds {
  readonly templates: Readonly<Record<Cloud, PodTemplate[]>>;
  /** The Service of the controller, and its namespace. */
  readonly service: { readonly name: string; readonly namespace: string };
  /** A reference to a key of a Secret. */
  readonly secret: (name: string, key: string) => string;
}

/**
 * Who starts Pods where. The step `podTemplate` makes any Pod that the identity of its cloud may make, in a namespace
 * of its own choice
 * (https://github.com/jenkinsci/kubernetes-plugin/blob/master/src/main/java/org/csanchez/jenkins/plugins/kubernetes/pipeline/PodTemplateStepExecution.java),
 * and no setting forbids it. So `checks` has an identity of its own, which the API server lets into one namespace, and
 * every cloud takes builds only of folders that name it.
 */
export function clouds({ jenkins }: Environment, { templates, service, secret }: GivenToClouds): JenkinsConfiguration {
  const cloud = (name: Cloud, namespace: string, identity: object = {}) => ({
    kubernetes: {
      name: CLOUDS[name],
      namespace,
      ...identity,
      usageRestricted: true as const,
      jenkinsUrl: `http://${service.name}.${service.namespace}.svc.cluster.local:${JENKINS_PORT}/`,
      webSocket: true,
      containerCap: jenkins.agents.limit,
      maxRequestsPerHost: 64,
      restrictedPssSecurityContext: true as const,
      skipTlsVerify: false as const,
      // of Pods that a controller lost which ended in disorder
      garbageCollection: { timeout: 600 },
      templates: templates[name],
    },
  });
  return {
    credentials: {
      system: {
        domainCredentials: [
          {
            credentials: [
              {
                string: {
                  scope: 'SYSTEM',
                  id: STARTS_CHECKS,
                  description: 'Makes Pods in the namespace of checks',
                  secret: secret(STARTS_CHECKS, 'token'),
                },
              },
            ],
          },
        ],
      },
    },
    jenkins: {
      clouds: [
        cloud('builds', JENKINS_AGENTS_NAMESPACE),
        cloud('deploy', JENKINS_AGENTS_NAMESPACE),
        cloud('checks', JENKINS_CHECKS_NAMESPACE, {
          credentialsId: STARTS_CHECKS,
          // with both, the plugin reads nothing of the controller's own account
          serverUrl: 'https://kubernetes.default.svc',
          serverCertificate: secret(STARTS_CHECKS, 'ca.crt'),
        }),
      ],
    },
  };
}
