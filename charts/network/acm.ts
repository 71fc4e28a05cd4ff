import { CLOUDFRONT_REGION } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import { Certificate } from '../../constructs/acm/certificate';
import { argocdHost } from '../../constructs/argocd/names';
import type { Environment } from '../../environments';
import { PlatformChart } from '../platform-chart';
import type { Route53 } from './route53';

/** The platform's certificates, one a name. */
export class Acm extends PlatformChart {
  /** Of the platform's own name, in the home region. */
  readonly domain: Certificate;

  /** The same where CloudFront reads it. */
  readonly cloudfront: Certificate;

  readonly api: Certificate;

  readonly webSocket: Certificate;

  /** Where Cognito reads it. */
  readonly login: Certificate;

  /** Of what workloads serve. */
  readonly ingress: Certificate;

  readonly internalLoadBalancer: Certificate;

  readonly argocd: Certificate;
  readonly jenkins: Certificate;

  constructor(scope: Construct, id: string, environment: Environment, { route53 }: { readonly route53: Route53 }) {
    super(scope, id, environment);
    const { api, domain, edge, jenkins, region, users } = environment;
    const { zone } = route53;
    this.domain = new Certificate(this, 'domain', { zone, domain });
    this.cloudfront =
      region === CLOUDFRONT_REGION
        ? this.domain
        : new Certificate(this, 'cloudfront', { zone, domain, region: CLOUDFRONT_REGION, validatedBy: this.domain });
    this.api = new Certificate(this, 'api', { zone, domain: edge.apiDomain });
    this.webSocket = new Certificate(this, 'web-socket', { zone, domain: api.webSocketDomain });
    this.login = new Certificate(this, 'login', { zone, domain: users.loginDomain, region: CLOUDFRONT_REGION });
    this.ingress = new Certificate(this, 'apps', { zone, domain: edge.ingress.domain });
    this.internalLoadBalancer = new Certificate(this, 'internal-alb', {
      zone,
      domain: edge.internalLoadBalancer.domain,
    });
    this.argocd = new Certificate(this, 'argocd', { zone, domain: argocdHost(environment) });
    this.jenkins = new Certificate(this, 'jenkins', { zone, domain: jenkins.domain });
  }
}
