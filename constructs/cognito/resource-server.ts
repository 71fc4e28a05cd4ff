import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidp.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { UserPool } from './user-pool';

/** Bounds: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
export interface ResourceServerProps {
  readonly pool: UserPool;
  /**
   * Stands before every scope in tokens, such as `https://api.company.com`; at most 256 characters. AWS cannot change
   * it later.
   */
  readonly identifier: string;
  /** By name, what each lets an application do; 1 to 100. */
  readonly scopes: Readonly<Record<string, string>>;
}

/** An API whose parts tokens can be for. */
export class ResourceServer extends AwsObject {
  /** As tokens and clients have them: `https://api.company.com/read`. */
  readonly scopes: readonly string[];

  constructor(scope: Construct, id: string, { pool, identifier, scopes }: ResourceServerProps) {
    super(scope, id);
    this.requireMatch('identifier', identifier, /^[!#-[\]-~]{1,256}$/, '1 to 256 characters without spaces, " and \\');
    const names = Object.keys(scopes);
    this.requireRange('scopes', names.length, 1, 100);
    for (const [name, description] of Object.entries(scopes)) {
      this.requireMatch('scope', name, /^[!#-.0-[\]-~]{1,256}$/, '1 to 256 characters without spaces, / " and \\');
      this.requireMatch(`scopes.${name}`, description, /^.{1,256}$/, '1 to 256 characters');
    }
    this.scopes = names.map((name) => `${identifier}/${name}`);
    new cognito.ResourceServer(this, 'Resource', {
      // without an external name: the provider keeps the pool's id and the identifier there
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          userPoolIdRef: pool.userPoolIdRef,
          identifier,
          name: this.awsName,
          scope: Object.entries(scopes).map(([scopeName, scopeDescription]) => ({ scopeName, scopeDescription })),
        },
      },
    });
  }
}
