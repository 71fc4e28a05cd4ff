/** Of the controller, whose Service has the same name. */
export const JENKINS_NAMESPACE = 'jenkins';

/** Of the Pods that builds run in, and of nothing else: what they ask for cannot take the controller's place. */
export const JENKINS_AGENTS_NAMESPACE = 'jenkins-agents';

/** Of the Pods that run what nobody has looked at yet: no identity is here that they could ask for. */
export const JENKINS_CHECKS_NAMESPACE = 'jenkins-checks';

/** For people, agents and Prometheus. */
export const JENKINS_PORT = 8_080;

/** On every Pod that a build runs in. */
export const AGENT_LABELS = { 'app.kubernetes.io/name': 'jenkins-agent' };
