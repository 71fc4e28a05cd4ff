/** What Jenkins and its builds run. The tags do not move; digests stand where they are known: docs/images.md. */
export const images = {
  /**
   * The version that its Helm chart 5.9.53 has:
   * https://github.com/jenkinsci/helm-charts/blob/jenkins-5.9.53/charts/jenkins/Chart.yaml
   */
  controller: 'docker.io/jenkins/jenkins:2.568.2-jdk21',
  /** Of the same chart. */
  agent: 'docker.io/jenkins/inbound-agent:3385.vf1123fb_515da_-1-jdk21',
  /** https://hub.docker.com/r/amazon/aws-cli */
  aws: 'docker.io/amazon/aws-cli:2.37.5@sha256:fb7ccfc7b4e3a05017e6c9ded4ba959b99af622130e211fb976c68c2f4d3f224',
  /** With git, which `platform plan` asks. https://hub.docker.com/_/node */
  node: 'docker.io/library/node:24.18.1-bookworm@sha256:19cd848a0e073d34bd8cd5545a1b6b4d28489b3e3b607366621ced442bd5f6b4',
} as const;
