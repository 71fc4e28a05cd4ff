/** What Jenkins and its builds run. The tags do not move; digests stand where they are known. */
export const images = {
  /** The version that its Helm chart 5.9.53 has: https://github.com/jenkinsci/helm-charts/blob/jenkins-5.9.53/charts/jenkins/Chart.yaml */
  controller: 'docker.io/jenkins/jenkins:2.568.2-jdk21',
  /** Of the same chart. */
  agent: 'docker.io/jenkins/inbound-agent:3385.vf1123fb_515da_-1-jdk21',
  /** https://hub.docker.com/r/amazon/aws-cli */
  aws: 'docker.io/amazon/aws-cli:2.37.5@sha256:fb7ccfc7b4e3a05017e6c9ded4ba959b99af622130e211fb976c68c2f4d3f224',
  /** With git, which `platform plan` asks. https://gallery.ecr.aws/docker/library/node */
  node: 'public.ecr.aws/docker/library/node:24.18.1-bookworm',
} as const;
