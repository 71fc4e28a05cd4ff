import { createHash } from 'node:crypto';
import { canonicalJson } from '@aws-platform/engine/manifests';
import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { NEVER_PRUNED } from '../core/annotations';
import { platformKey } from '../core/platform-key';
import { PlatformObject } from '../core/platform-object';
import type { AccessPoint } from '../efs/access-point';
import type { FileSystem } from '../efs/file-system';
import { pinned } from './agent-pod';
import { AGENT_LABELS, JENKINS_PORT } from './names';

export interface JenkinsControllerProps {
  /** One that lets it talk to the API servers and AWS. */
  readonly namespace: string;
  /** jenkins/jenkins, with a tag that does not move. */
  readonly image: string;
  /** Files of configuration as code, by name. */
  readonly configuration: Readonly<Record<string, string>>;
  /** What jenkins-plugin-cli installs, a plugin a line. */
  readonly plugins: string;
  /** Secrets of the namespace that the configuration refers to, each a folder with a file for every key. */
  readonly secrets: readonly string[];
  /** Where its home is. */
  readonly home: { readonly fileSystem: FileSystem; readonly accessPoint: AccessPoint; readonly size: Size };
  /** What it may count on; processor time beyond it is lent. 250 or more thousandths of a processor, 1 GiB or more. */
  readonly resources: { readonly cpuMillicores: number; readonly memory: Size };
  readonly priorityClassName: string;
  /** What it gets to end requests and write its home down, at least 30 s. @default Duration.minutes(2) */
  readonly terminationGracePeriod?: Duration;
}

/** The user and group of its image: https://github.com/jenkinsci/docker/blob/master/debian/Dockerfile */
const USER = 1_000;
const HOME = '/var/jenkins_home';
const CONFIGURATION = '/var/jenkins_config';
const PLUGINS_FILE = '/var/jenkins_plugins';
/** Where Jenkins unpacks its own program, which is thrown away with the Pod. */
const CACHE = '/var/jenkins_cache';
export const SECRETS_FOLDER = '/var/jenkins_secrets';

/**
 * Jenkins' controller, named by its id: one Pod, because Jenkins can be there once only, and a home that outlives it.
 * It runs no builds. Its plugins are installed anew at every start, at the versions of the list, so that one that left
 * the list is gone.
 */
export class JenkinsController extends PlatformObject {
  readonly service: kplus.Service;
  readonly serviceAccount: kplus.ServiceAccount;
  /** For Services and NetworkPolicies. */
  readonly labels: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: JenkinsControllerProps) {
    super(scope, id);
    const { namespace, terminationGracePeriod = Duration.minutes(2) } = props;
    if (terminationGracePeriod.toSeconds() < 30)
      this.fail(`terminationGracePeriod is ${terminationGracePeriod.toSeconds()} s, at least 30 s are allowed`);
    pinned(this.node.path, props.image);
    this.requireRange('resources.cpuMillicores', props.resources.cpuMillicores, 250, 64_000);
    this.requireRange('resources.memory', props.resources.memory.toMebibytes(), 1_024, 262_144, ' MiB');
    this.labels = { 'app.kubernetes.io/name': id };
    const metadata = { name: id, namespace };
    this.serviceAccount = new kplus.ServiceAccount(this, 'ServiceAccount', {
      metadata,
      // it starts Pods: the StatefulSet mounts it
      automountToken: false,
    });
    this.service = new kplus.Service(this, 'Service', {
      metadata: { ...metadata, labels: this.labels },
      ports: [{ name: 'http', port: JENKINS_PORT, targetPort: JENKINS_PORT }],
    });
    for (const [name, value] of Object.entries(this.labels)) this.service.selectLabel(name, value);
    this.statefulSet({ ...props, terminationGracePeriod });
    this.disruptionBudget(metadata);
  }

  private statefulSet(props: JenkinsControllerProps & { readonly terminationGracePeriod: Duration }): void {
    const { namespace, image, resources, priorityClassName } = props;
    const metadata = { name: this.node.id, namespace };
    const folders = this.folders(props);
    const mounts = ({ install }: { readonly install: boolean }): kplus.VolumeMount[] =>
      folders
        .filter(({ initially }) => !install || initially)
        .map(({ path, volume, readOnly }) => ({ path, volume, readOnly }));

    const set = new kplus.StatefulSet(this, 'StatefulSet', {
      metadata,
      service: this.service,
      replicas: 1,
      // a label with a hash of the construct's path would change with the code's place; it is taken away below
      select: false,
      podMetadata: { labels: { ...this.labels } },
      serviceAccount: this.serviceAccount,
      automountServiceAccountToken: true,
      terminationGracePeriod: props.terminationGracePeriod,
      // the access point makes every file the user's: there is nothing to change the owner of
      securityContext: { user: USER, group: USER, ensureNonRoot: true },
      initContainers: [
        {
          name: 'plugins',
          image,
          imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
          command: ['jenkins-plugin-cli'],
          args: [
            ...['--plugin-file', `${PLUGINS_FILE}/plugins.txt`],
            ...['--plugin-download-directory', `${HOME}/plugins`],
            // nothing newer than what the list says
            ...['--latest', 'false'],
            '--verbose',
          ],
          envVariables: { CACHE_DIR: kplus.EnvValue.fromValue('/tmp/plugins') },
          volumeMounts: mounts({ install: true }),
          ...this.confined(resources),
        },
      ],
      containers: [
        {
          name: 'jenkins',
          image,
          imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
          args: [`--httpPort=${JENKINS_PORT}`, `--webroot=${CACHE}/war`],
          ports: [{ name: 'http', number: JENKINS_PORT }],
          envVariables: this.variables(),
          volumeMounts: mounts({ install: false }),
          startup: this.probe({ periodSeconds: 10, failures: 60 }),
          readiness: this.probe({ periodSeconds: 10, failures: 3 }),
          // a long pause of the garbage collector is no reason to end every build's connection
          liveness: this.probe({ periodSeconds: 15, failures: 8 }),
          ...this.confined(resources),
        },
      ],
    });
    const hashed = kplus.Pod.ADDRESS_LABEL.replace('/', '~1');
    ApiObject.of(this.service).addJsonPatch(JsonPatch.remove(`/spec/selector/${hashed}`));
    set.select(kplus.LabelSelector.of({ labels: { ...this.labels } }));
    const spec = '/spec/template/spec';
    ApiObject.of(set).addJsonPatch(
      JsonPatch.add(`${spec}/securityContext/seccompProfile`, { type: 'RuntimeDefault' }),
      JsonPatch.add(`${spec}/priorityClassName`, priorityClassName),
      JsonPatch.add(`${spec}/enableServiceLinks`, false),
      JsonPatch.add(`${spec}/topologySpreadConstraints`, this.spread),
      JsonPatch.add(`${spec}/affinity`, this.affinity),
      // the library does not know ALL
      JsonPatch.add(`${spec}/containers/0/securityContext/capabilities`, { drop: ['ALL'] }),
      JsonPatch.add(`${spec}/initContainers/0/securityContext/capabilities`, { drop: ['ALL'] }),
      JsonPatch.remove(`/spec/template/metadata/labels/${hashed}`),
      JsonPatch.add('/spec/template/metadata/annotations', {
        // Karpenter takes its node only when the node has to go
        'karpenter.sh/do-not-disrupt': 'true',
        // it reads its files when it starts: when they change, it has to
        [platformKey(this, 'configuration')]: sha256(canonicalJson([props.configuration, props.plugins])),
      }),
    );
  }

  private variables(): Record<string, kplus.EnvValue> {
    const value = (text: string) => kplus.EnvValue.fromValue(text);
    return {
      CASC_JENKINS_CONFIG: value(CONFIGURATION),
      JAVA_OPTS: value(
        [
          '-XX:MaxRAMPercentage=60',
          '-XX:+ExitOnOutOfMemoryError',
          // everything is configured from git
          '-Djenkins.install.runSetupWizard=false',
          '-Dhudson.model.UpdateCenter.never=true',
        ].join(' '),
      ),
      // no second port: agents come by WebSocket
      JENKINS_SLAVE_AGENT_PORT: value('-1'),
      // its log of copied files would fill a home that nobody empties
      COPY_REFERENCE_FILE_LOG: value('/tmp/copy_reference_file.log'),
    };
  }

  /** What is mounted, and whether the plugins' installation needs it too. */
  private folders(props: JenkinsControllerProps): {
    path: string;
    volume: kplus.Volume;
    readOnly: boolean;
    initially: boolean;
  }[] {
    const { namespace, configuration, plugins, secrets, home } = props;
    const files = (name: string, data: Readonly<Record<string, string>>) =>
      kplus.Volume.fromConfigMap(
        this,
        `${name}-volume`,
        new kplus.ConfigMap(this, name, {
          metadata: { name: `${this.node.id}-${name}`, namespace },
          data: { ...data },
        }),
        { name },
      );
    const scratch = (name: string) => kplus.Volume.fromEmptyDir(this, `${name}-volume`, name);
    return [
      { path: HOME, volume: this.home(namespace, home), readOnly: false, initially: false },
      { path: `${HOME}/plugins`, volume: scratch('installed-plugins'), readOnly: false, initially: true },
      { path: PLUGINS_FILE, volume: files('plugins', { 'plugins.txt': plugins }), readOnly: true, initially: true },
      { path: CONFIGURATION, volume: files('configuration', configuration), readOnly: true, initially: false },
      { path: CACHE, volume: scratch('cache'), readOnly: false, initially: false },
      { path: '/tmp', volume: scratch('tmp'), readOnly: false, initially: true },
      ...secrets.map((name) => ({
        path: `${SECRETS_FOLDER}/${name}`,
        volume: kplus.Volume.fromSecret(this, `${name}-volume`, kplus.Secret.fromSecretName(this, name, name), {
          name,
        }),
        readOnly: true,
        initially: false,
      })),
    ];
  }

  /**
   * The volume is written here, and not asked for of a class: a class would make a new directory for every claim, and
   * whoever restores the home has to know where it is.
   * https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/access_points
   */
  private home(namespace: string, { fileSystem, accessPoint, size }: JenkinsControllerProps['home']): kplus.Volume {
    const name = `${this.node.id}-home`;
    const storage = `${size.toGibibytes()}Gi`;
    const persistentVolume = new ApiObject(this, 'HomeVolume', {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name, annotations: NEVER_PRUNED },
      spec: {
        // the file system grows by itself: Kubernetes wants a number
        capacity: { storage },
        accessModes: ['ReadWriteMany'],
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: '',
        volumeMode: 'Filesystem',
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace },
        // over TLS, which the driver does by itself, and with the nodes' role
        mountOptions: ['iam'],
        csi: { driver: 'efs.csi.aws.com', volumeHandle: `${fileSystem.id}::${accessPoint.id}` },
      },
    });
    persistentVolume.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    const claim = new ApiObject(this, 'HomeClaim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace, annotations: NEVER_PRUNED },
      spec: {
        accessModes: ['ReadWriteMany'],
        storageClassName: '',
        volumeName: name,
        resources: { requests: { storage } },
      },
    });
    const known = kplus.PersistentVolumeClaim.fromClaimName(this, 'home', claim.name);
    return kplus.Volume.fromPersistentVolumeClaim(this, 'home-volume', known, { name: 'home' });
  }

  /** An eviction may end it: pipelines go on where they were, and a node that nobody may empty is never patched. */
  private disruptionBudget(metadata: { readonly name: string; readonly namespace: string }): void {
    new ApiObject(this, 'DisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: { ...this.labels } },
        // one that is not well must not keep a node from being emptied
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }

  private probe({
    periodSeconds,
    failures,
  }: {
    readonly periodSeconds: number;
    readonly failures: number;
  }): kplus.Probe {
    return kplus.Probe.fromHttpGet('/login', {
      port: JENKINS_PORT,
      periodSeconds: Duration.seconds(periodSeconds),
      timeoutSeconds: Duration.seconds(5),
      failureThreshold: failures,
    });
  }

  /**
   * As Pod Security `restricted` wants it, and what it does not ask for: a root file system that cannot be written to.
   */
  private confined({
    cpuMillicores,
    memory,
  }: JenkinsControllerProps['resources']): Pick<kplus.ContainerProps, 'resources' | 'securityContext'> {
    return {
      resources: {
        cpu: { request: kplus.Cpu.millis(cpuMillicores) },
        memory: { request: memory, limit: memory },
        // plugins, and the program unpacked
        ephemeralStorage: { request: Size.gibibytes(2), limit: Size.gibibytes(4) },
      },
      securityContext: {
        user: USER,
        group: USER,
        ensureNonRoot: true,
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        privileged: false,
      },
    };
  }

  /** When it starts again, in another zone than one that fails. */
  private get spread(): object[] {
    return [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { ...this.labels } },
      },
    ];
  }

  /**
   * Not beside its agents, whose builds take what a node has, and never two of it at once, as in a forced replacement.
   */
  private get affinity(): object {
    const hostname = 'kubernetes.io/hostname';
    return {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: hostname, labelSelector: { matchLabels: { ...this.labels } } },
        ],
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              topologyKey: hostname,
              namespaceSelector: {},
              labelSelector: { matchLabels: AGENT_LABELS },
            },
          },
        ],
      },
    };
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
