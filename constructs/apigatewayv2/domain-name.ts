import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as apigateway from '../../imports/apigatewayv2.aws.m.upbound.io';
import type { Certificate } from '../acm/certificate';
import { AwsObject } from '../core/aws-object';
import type { HostedZone } from '../route53/hosted-zone';
import { type Alias, RecordSet } from '../route53/record-set';
import type { Api } from './api';
import type { ApiStage } from './stage';

/** Bounds: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html */
export interface ApiDomainProps {
  readonly zone: HostedZone;
  /** Within the zone. */
  readonly domain: string;
  /** For this name, in the home region. */
  readonly certificate: Certificate;
  /** What answers there, alone: a name leads to HTTP APIs or to WebSocket APIs. */
  readonly api: Api;
  readonly stage: ApiStage;
}

/**
 * A name of ours for an API, with its records. By Crossplane: ACK's kind does not say where the records have to lead,
 * and its mapping never tries again when the name or the stage comes after it.
 */
export class ApiDomain extends AwsObject {
  constructor(scope: Construct, id: string, { zone, domain, certificate, api, stage }: ApiDomainProps) {
    super(scope, id);
    const { region } = this.landing;
    if (!zone.holds(domain))
      this.fail(`domain '${domain}' lies outside the zone, only ${zone.domain} and names below it are allowed`);
    if (certificate.domain !== domain)
      this.fail(`certificate is for '${certificate.domain}', only one for '${domain}' is allowed`);
    if (certificate.region !== region) this.fail(`certificate is in ${certificate.region}, only ${region} is allowed`);

    const resource = new apigateway.DomainName(this, 'Resource', {
      metadata: { name: id, annotations: { [EXTERNAL_NAME]: domain } },
      spec: {
        forProvider: {
          region,
          domainNameConfiguration: {
            certificateArn: certificate.arn,
            endpointType: 'REGIONAL',
            ipAddressType: 'dualstack',
            securityPolicy: 'TLS_1_2',
          },
          tags: this.tags,
        },
      },
    });
    new apigateway.ApiMapping(this, 'Mapping', {
      // without an external name: AWS makes up the mapping's id
      metadata: { name: id },
      spec: { forProvider: { region, apiId: api.id, domainNameRef: { name: id }, stage: stage.stageName } },
    });
    const alias: Alias = {
      dnsName: late(resource, 'status.atProvider.domainNameConfiguration.targetDomainName'),
      hostedZoneId: late(resource, 'status.atProvider.domainNameConfiguration.hostedZoneId'),
    };
    for (const type of ['A', 'AAAA'] as const)
      new RecordSet(this, `${id}-${type.toLowerCase()}`, { zone, name: domain, type, alias });
  }
}
