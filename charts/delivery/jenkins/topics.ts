import { literally, type Topics } from '../../../constructs/jenkins/configuration';
import type { JenkinsConfiguration, Permission } from '../../../constructs/jenkins/configuration-schema';
import { folderScript } from '../../../constructs/jenkins/folder';
import { type MultibranchJob, multibranchScript } from '../../../constructs/jenkins/multibranch-job';
import type { Environment } from '../../../environments';
import { clouds, type GivenToClouds } from './clouds';
import { type FolderOfJobs, GIT } from './jobs';

export interface TopicsGiven extends GivenToClouds {
  readonly folders: readonly FolderOfJobs[];
  readonly jobs: readonly MultibranchJob[];
  readonly artifacts: { readonly bucket: string; readonly prefix: string };
}

/** What the configuration says, by topic: a file for each. */
export function topics(where: string, environment: Environment, given: TopicsGiven): Topics {
  const { jenkins, region } = environment;
  return {
    controller: {
      jenkins: {
        systemMessage: `Configured from git: what is changed here is lost at the next start (${environment.name})`,
        numExecutors: 0,
        mode: 'EXCLUSIVE',
        quietPeriod: 5,
        scmCheckoutRetryCount: 3,
        slaveAgentPort: -1,
        markupFormatter: 'plainText',
      },
      security: {
        apiToken: {
          creationOfLegacyTokenEnabled: false,
          tokenGenerationOnCreationEnabled: false,
          usageStatisticsEnabled: true,
        },
        globalJobDslSecurityConfiguration: { useScriptSecurity: true },
      },
      unclassified: {
        location: { url: `https://${jenkins.domain}/`, adminAddress: jenkins.email },
        // the home is on EFS, where small writes are slow; a controller that ends in peace loses nothing
        globalDefaultFlowDurabilityLevel: { durabilityHint: 'PERFORMANCE_OPTIMIZED' },
        timestamper: { allPipelines: true },
      },
    },
    'security-realm': securityRealm(environment, given),
    authorization: authorization(environment),
    cloud: clouds(environment, given),
    tools: { tool: { git: { installations: [{ name: 'Default', home: 'git' }] } } },
    libraries: {
      unclassified: {
        globalLibraries: {
          libraries: [
            {
              name: 'platform',
              defaultVersion: environment.repository.revision,
              implicit: true,
              // a branch of somebody's must not bring steps that Jenkins trusts
              allowVersionOverride: false,
              includeInChangesets: false,
              retriever: {
                modernSCM: {
                  libraryPath: 'jenkins/library/',
                  scm: { git: { remote: environment.repository.url, credentialsId: GIT } },
                },
              },
            },
          ],
        },
      },
    },
    artifacts: {
      unclassified: { artifactManager: { artifactManagerFactories: [{ jclouds: { provider: 's3' } }] } },
      aws: {
        awsCredentials: { region },
        s3: { container: given.artifacts.bucket, prefix: given.artifacts.prefix },
      },
    },
    metrics: {
      unclassified: {
        prometheusConfiguration: {
          path: 'prometheus',
          defaultNamespace: 'default',
          collectingMetricsPeriodInSeconds: 60,
          // hidden by the load balancer, and from Pods but Prometheus' by a NetworkPolicy
          useAuthenticatedEndpoint: false,
          // walks through the home, which is slow on EFS
          collectDiskUsage: false,
          perBuildMetrics: false,
        },
      },
    },
    jobs: {
      jobs: [
        {
          providedEnv: Object.fromEntries(
            given.folders.flatMap(({ secret, credential }) => [
              [credential.usernameVariable, given.secret(secret, 'username')],
              [credential.passwordVariable, given.secret(secret, 'password')],
            ]),
          ),
        },
        ...[
          ...given.folders.map((folder) => folderScript(where, folder)),
          ...given.jobs.map((job) => multibranchScript(where, job)),
        ].map((script) => ({ script: literally(script) })),
      ],
    },
  };
}

const ADMIN = 'admin';

/** By OpenID Connect, and by one user for the day when the issuer fails; or by that user alone. */
function securityRealm({ argocd, jenkins }: Environment, { secret }: TopicsGiven): JenkinsConfiguration {
  const password = secret('jenkins-credentials', 'adminPassword');
  const { clientId } = jenkins;
  const { singleSignOn } = argocd;
  if (clientId === undefined || singleSignOn === undefined)
    return {
      jenkins: { securityRealm: { local: { allowsSignup: false, users: [{ id: ADMIN, name: ADMIN, password }] } } },
    };
  return {
    jenkins: {
      securityRealm: {
        oic: {
          serverConfiguration: {
            wellKnown: {
              wellKnownOpenIDConfigurationUrl: `${singleSignOn.issuer}/.well-known/openid-configuration`,
              scopesOverride: 'openid profile email groups',
            },
          },
          clientId,
          clientSecret: secret('jenkins-oidc-credentials', 'clientSecret'),
          userNameField: 'email',
          fullNameFieldName: 'name',
          emailFieldName: 'email',
          groupsFieldName: 'groups',
          userIdStrategy: 'caseInsensitive',
          groupIdStrategy: 'caseSensitive',
          logoutFromOpenidProvider: true,
          properties: [
            'pkce',
            { escapeHatch: { username: ADMIN, group: singleSignOn.groups.admin, secret: password } },
          ],
        },
      },
    },
  };
}

const READ_PERMISSIONS: readonly Permission[] = ['Job/Discover', 'Job/Read', 'Overall/Read', 'View/Read'];
const BUILD_PERMISSIONS: readonly Permission[] = [...READ_PERMISSIONS, 'Job/Build', 'Job/Cancel'];

/** The groups are Argo CD's, and may here what they may there. Nobody configures anything: git does. */
function authorization({ argocd, jenkins }: Environment): JenkinsConfiguration {
  const singleSignOn = jenkins.clientId === undefined ? undefined : argocd.singleSignOn;
  const entries = singleSignOn
    ? [
        granted(singleSignOn.groups.admin, ['Overall/Administer']),
        granted(singleSignOn.groups.platform, [...BUILD_PERMISSIONS, 'Run/Update']),
        granted(singleSignOn.groups.developer, BUILD_PERMISSIONS),
        granted(singleSignOn.groups.readOnly, READ_PERMISSIONS),
      ]
    : [{ user: { name: ADMIN, permissions: ['Overall/Administer' as const] } }];
  return { jenkins: { authorizationStrategy: { globalMatrix: { entries } } } };
}

function granted(name: string, permissions: readonly Permission[]) {
  return { group: { name, permissions: [...permissions].sort() } };
}
