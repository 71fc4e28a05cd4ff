import { z } from 'zod';

/**
 * The part of Jenkins' configuration as code that the platform uses. Jenkins tells its schema only while it runs and
 * accepts what it does not know until then, so the keys stand here, as the plugins at the versions of
 * charts/delivery/jenkins have them:
 * https://github.com/jenkinsci/configuration-as-code-plugin/tree/2115.vf6de120eef70/demos
 */

/** The value of a secret: the name of its file, and never the value itself. */
export const secretReference = z
  .string()
  .regex(/^\$\{readFile:\/[\w./-]+\}$/, 'a secret stands in a file: only ${readFile:/its/path} is allowed');

const text = z.string().min(1);
const url = z.url({ protocol: /^https?$/, error: 'an http or https URL' });

/** https://github.com/jenkinsci/oic-auth-plugin/blob/master/docs/configuration/README.md */
const openIdConnect = z.strictObject({
  serverConfiguration: z.strictObject({
    wellKnown: z.strictObject({ wellKnownOpenIDConfigurationUrl: url, scopesOverride: text }),
  }),
  clientId: text,
  clientSecret: secretReference,
  userNameField: text,
  fullNameFieldName: text,
  emailFieldName: text,
  groupsFieldName: text,
  userIdStrategy: z.enum(['caseInsensitive', 'caseSensitive']),
  groupIdStrategy: z.enum(['caseInsensitive', 'caseSensitive']),
  logoutFromOpenidProvider: z.boolean(),
  properties: z.array(
    z.union([
      z.literal('pkce'),
      z.strictObject({ escapeHatch: z.strictObject({ username: text, group: text, secret: secretReference }) }),
    ]),
  ),
});

/** Users of Jenkins' own, where there is nobody to sign in at. */
const ownUsers = z.strictObject({
  allowsSignup: z.literal(false),
  users: z.array(z.strictObject({ id: text, name: text, password: secretReference })),
});

/** Of the platform's plugins: https://github.com/jenkinsci/matrix-auth-plugin/tree/matrix-auth-3.3 */
export const PERMISSIONS = [
  'Job/Build',
  'Job/Cancel',
  'Job/Discover',
  'Job/Read',
  'Overall/Administer',
  'Overall/Read',
  'Run/Update',
  'View/Read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const granted = z.strictObject({ name: text, permissions: z.array(z.enum(PERMISSIONS)).min(1) });

/** https://github.com/jenkinsci/kubernetes-plugin/tree/4540.v612369217f87 */
const podTemplate = z.strictObject({
  name: text,
  label: text,
  nodeUsageMode: z.enum(['EXCLUSIVE', 'NORMAL']),
  instanceCap: z.int().min(1),
  /** Seconds until Kubernetes ends the Pod, whatever it does. */
  activeDeadlineSeconds: z.int().min(60),
  /** Seconds that a Pod may take until its agent answers. */
  slaveConnectTimeout: z.int().min(1),
  serviceAccount: text,
  showRawYaml: z.boolean(),
  yamlMergeStrategy: z.enum(['merge', 'override']),
  yaml: text,
});

const kubernetesCloud = z.strictObject({
  name: text,
  namespace: text,
  jenkinsUrl: url,
  webSocket: z.boolean(),
  containerCap: z.int().min(1),
  maxRequestsPerHost: z.int().min(1),
  /** Only folders that name it: `usageRestricted` is false where it is left out. */
  usageRestricted: z.literal(true, { error: 'any job could use it: only true is allowed' }),
  /** With which identity it makes Pods. @default the controller's own service account */
  credentialsId: text.optional(),
  /** Where `credentialsId` is used, so that nothing is taken from the controller's own account. */
  serverUrl: url.optional(),
  serverCertificate: secretReference.optional(),
  restrictedPssSecurityContext: z.literal(true),
  skipTlsVerify: z.literal(false),
  garbageCollection: z.strictObject({ timeout: z.int().min(60) }),
  templates: z.array(podTemplate).min(1),
});

const gitSource = z.strictObject({ git: z.strictObject({ remote: url, credentialsId: text }) });

export const configurationSchema = z.strictObject({
  jenkins: z
    .strictObject({
      systemMessage: text,
      /** The controller has the keys of everything: builds run in Pods. */
      numExecutors: z.literal(0, { error: 'the controller runs no builds: only 0 executors are allowed' }),
      mode: z.literal('EXCLUSIVE'),
      quietPeriod: z.int().min(0),
      scmCheckoutRetryCount: z.int().min(0),
      /** Agents come by WebSocket, through the port for people. */
      slaveAgentPort: z.literal(-1),
      markupFormatter: z.literal('plainText'),
      securityRealm: z.union([z.strictObject({ oic: openIdConnect }), z.strictObject({ local: ownUsers })]),
      authorizationStrategy: z.strictObject({
        globalMatrix: z.strictObject({
          entries: z.array(z.union([z.strictObject({ group: granted }), z.strictObject({ user: granted })])).min(1),
        }),
      }),
      clouds: z.array(z.strictObject({ kubernetes: kubernetesCloud })).min(1),
    })
    .partial()
    .optional(),
  security: z
    .strictObject({
      apiToken: z.strictObject({
        creationOfLegacyTokenEnabled: z.literal(false),
        tokenGenerationOnCreationEnabled: z.literal(false),
        usageStatisticsEnabled: z.boolean(),
      }),
      globalJobDslSecurityConfiguration: z.strictObject({ useScriptSecurity: z.literal(true) }),
    })
    .partial()
    .optional(),
  credentials: z
    .strictObject({
      system: z.strictObject({
        domainCredentials: z.array(
          z.strictObject({
            credentials: z.array(
              z.strictObject({
                string: z.strictObject({
                  scope: z.literal('SYSTEM', {
                    error: 'every job could use it: only SYSTEM is allowed, and those of jobs belong to their folders',
                  }),
                  id: text,
                  description: text,
                  secret: secretReference,
                }),
              }),
            ),
          }),
        ),
      }),
    })
    .optional(),
  tool: z
    .strictObject({
      git: z.strictObject({ installations: z.array(z.strictObject({ name: text, home: text })).min(1) }),
    })
    .optional(),
  unclassified: z
    .strictObject({
      location: z.strictObject({ url, adminAddress: text }),
      globalDefaultFlowDurabilityLevel: z.strictObject({
        durabilityHint: z.enum(['MAX_SURVIVABILITY', 'PERFORMANCE_OPTIMIZED', 'SURVIVABLE_NONATOMIC']),
      }),
      globalLibraries: z.strictObject({
        libraries: z.array(
          z.strictObject({
            name: text,
            defaultVersion: text,
            implicit: z.boolean(),
            allowVersionOverride: z.literal(false),
            includeInChangesets: z.boolean(),
            retriever: z.strictObject({
              modernSCM: z.strictObject({ libraryPath: text, scm: gitSource }),
            }),
          }),
        ),
      }),
      artifactManager: z.strictObject({
        artifactManagerFactories: z.array(z.strictObject({ jclouds: z.strictObject({ provider: z.literal('s3') }) })),
      }),
      /** https://github.com/jenkinsci/prometheus-plugin/blob/860.v532442b_44e9a_/docs/metrics/index.md */
      prometheusConfiguration: z.strictObject({
        path: text,
        defaultNamespace: text,
        collectingMetricsPeriodInSeconds: z.int().min(10),
        useAuthenticatedEndpoint: z.boolean(),
        collectDiskUsage: z.boolean(),
        perBuildMetrics: z.boolean(),
      }),
      timestamper: z.strictObject({ allPipelines: z.boolean() }),
    })
    .partial()
    .optional(),
  aws: z
    .strictObject({
      awsCredentials: z.strictObject({ region: text }),
      s3: z.strictObject({ container: text, prefix: text }),
    })
    .optional(),
  /**
   * Variables stand before the scripts that read them:
   * https://github.com/jenkinsci/job-dsl-plugin/blob/master/docs/JCasC.md
   */
  jobs: z
    .array(
      z.union([
        z.strictObject({ providedEnv: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), secretReference) }),
        z.strictObject({ script: text }),
      ]),
    )
    .optional(),
});

/** What Jenkins is told of itself, whole or one topic of it. */
export type JenkinsConfiguration = z.input<typeof configurationSchema>;
export type PodTemplate = z.input<typeof podTemplate>;
