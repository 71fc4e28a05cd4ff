import type { Construct } from 'constructs';
import * as elasticache from '../../imports/elasticache.services.k8s.aws';
import { AWS_NAMESPACE } from '../core/aws-namespace';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { SecretKey } from '../kubernetes/secret-key';
import { cacheId } from './cache-id';

/** Bounds: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html */
export interface CacheUserProps {
  /** What it calls itself to Redis; AWS cannot change it later. @default the construct's id */
  readonly userName?: string;
  /**
   * `on` or `off`, then what it may do, such as `on ~orders:* +@read`: Redis's own rules, without those that set
   * passwords. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
   */
  readonly accessString: string;
  /**
   * One or two, each of 16 to 128 characters; two, so that a new one holds before the old one goes. The controller
   * hands them over when it makes the user and with every later change of it, and does not look whether the Secret has
   * changed.
   * @default none, which is allowed only for a user that is `off`
   */
  readonly passwords?: readonly SecretKey[];
}

/** Rules of https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/ that ElastiCache takes. */
const RULE =
  /^(?:on|off|(?:all|reset)(?:keys|channels)|(?:all|no)commands|(?:~|%(?:R|W|RW)~|&)[!-~]+|[+-]@?[a-z][a-z0-9_-]*(?:\|[a-z0-9_-]+)?)$/;
/** Rules that set passwords: `reset`, `resetpass`, `nopass`, `>password`, `<password`, `#hash`, `!hash`. */
const PASSWORD_RULE = /^(?:reset|resetpass|nopass|[><#!].*)$/;

/** A user of Redis. It is in force where a user group has it. */
export class CacheUser extends AwsObject {
  readonly userName: string;

  constructor(scope: Construct, id: string, { userName = id, accessString, passwords = [] }: CacheUserProps) {
    super(scope, id);
    const { pattern, allowed } = cacheId(40);
    this.requireMatch('user id', this.awsName, pattern, allowed);
    this.requireMatch('userName', userName, /^[^\s]{1,128}$/, '1 to 128 characters without blanks');
    this.checkRules(accessString);
    this.requireRange('passwords', passwords.length, 0, 2);
    if (passwords.length === 0 && !accessString.split(' ').includes('off'))
      this.fail("passwords is empty: only a user whose accessString says 'off' may have none");
    this.userName = userName;

    new elasticache.User(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        userId: this.awsName,
        userName,
        engine: 'redis',
        accessString,
        // the type no-password-required would come back as no-password, a difference for ever
        ...(passwords.length === 0
          ? { noPasswordRequired: true }
          : {
              authenticationMode: {
                type: 'password',
                passwords: passwords.map(({ name, key }) => ({ namespace: AWS_NAMESPACE, name, key })),
              },
            }),
        tags: tagList(this.tags),
      },
    });
  }

  private checkRules(accessString: string): void {
    const rules = accessString.split(' ');
    for (const rule of rules) {
      if (PASSWORD_RULE.test(rule))
        this.fail(`accessString has '${rule}', but passwords come from passwords alone, AWS refuses them here`);
      if (!RULE.test(rule))
        this.fail(
          `accessString has '${rule}', allowed between single blanks are on, off, ~keys, %R~keys, &channels, +command, -command|subcommand, +@category and their all… and reset… forms`,
        );
    }
    const states = rules.filter((rule) => rule === 'on' || rule === 'off');
    if (states.length !== 1) this.fail(`accessString says on or off ${states.length} times, once is allowed`);
  }
}
