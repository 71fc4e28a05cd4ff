import { checkMetadataTypes } from '../metadata';
import { isDnsLabel, isQualifiedName } from '../names';
import { checkLabelSelector, checkLabels, checkPort, checkPortName, checkSubdomain, quantity, selects } from './common';
import type { Part } from './report';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const SELECTOR_SPARED = new Set(['Job']);

/** Deployments, StatefulSets, DaemonSets, ReplicaSets and Jobs: a selector, and a template that it selects. */
export function checkWorkload(kind: string, spec: Part): void {
  const template = spec.at('template');
  const selector = spec.at('selector');
  const labels = template.at('metadata').at('labels');
  template.add(checkMetadataTypes(template.at('metadata').value, template.at('metadata').path));
  checkLabels(labels);
  for (const [field] of template.at('metadata').at('annotations').fields())
    if (!isQualifiedName(field.toLowerCase()))
      template.at('metadata').at('annotations').refuse(`'${field}' is not a qualified name`);
  if (!SELECTOR_SPARED.has(kind)) {
    checkLabelSelector(selector);
    if (selector.isSet && selector.at('matchLabels').isEmpty && selector.at('matchExpressions').isEmpty)
      selector.refuse('is empty, and would select every Pod');
    else if (selector.isSet && !selects(selector, labels)) labels.refuse('are not selected by spec.selector');
  }
  for (const field of [
    'replicas',
    'minReadySeconds',
    'revisionHistoryLimit',
    'parallelism',
    'completions',
    'backoffLimit',
    'activeDeadlineSeconds',
    'ttlSecondsAfterFinished',
  ])
    spec.at(field).mustBeWithin(0);
  const pod = template.at('spec');
  const restartPolicy = pod.at('restartPolicy');
  if (kind === 'Job') {
    restartPolicy.require('OnFailure or Never is required');
    restartPolicy.mustBeOneOf('OnFailure', 'Never');
  } else restartPolicy.mustBeOneOf('Always');
  checkStrategy(kind, spec);
  spec.at('serviceName').mustBe(isDnsLabel, 'the name of a Service');
  checkPod(
    pod,
    kind === 'StatefulSet'
      ? spec
          .at('volumeClaimTemplates')
          .items()
          .map((claim) => claim.at('metadata').at('name').text)
      : [],
  );
}

function checkStrategy(kind: string, spec: Part): void {
  const strategy = spec.at(kind === 'Deployment' ? 'strategy' : 'updateStrategy');
  const types = {
    Deployment: ['Recreate', 'RollingUpdate'],
    StatefulSet: ['OnDelete', 'RollingUpdate'],
    DaemonSet: ['OnDelete', 'RollingUpdate'],
  }[kind];
  if (types) strategy.at('type').mustBeOneOf(...types);
  const rolling = strategy.at('rollingUpdate');
  if (strategy.at('type').text === 'Recreate' && rolling.isSet) rolling.refuse('is not allowed with type Recreate');
  const isZero = (value: Part) => value.value === 0 || value.value === '0%' || value.value === '0';
  if (kind === 'Deployment' && isZero(rolling.at('maxUnavailable')) && isZero(rolling.at('maxSurge')))
    rolling.refuse('maxUnavailable and maxSurge cannot both be 0: nothing could move');
  const deadline = spec.at('progressDeadlineSeconds').number;
  if (kind === 'Deployment' && deadline !== undefined && deadline <= (spec.at('minReadySeconds').number ?? 0))
    spec.at('progressDeadlineSeconds').refuse('must be more than minReadySeconds');
  spec.at('podManagementPolicy').mustBeOneOf('OrderedReady', 'Parallel');
}

function checkPod(pod: Part, claims: readonly string[]): void {
  const volumes = pod.at('volumes');
  for (const volume of volumes.items()) checkVolume(volume);
  volumes.mustDiffer((volume) => volume.at('name').text, 'the volume');
  const known = new Set([...volumes.items().map((volume) => volume.at('name').text), ...claims]);

  pod.at('containers').require('at least one container is required');
  const names = new Set<string>();
  for (const field of ['initContainers', 'containers'])
    for (const container of pod.at(field).items()) {
      const name = container.at('name');
      if (names.has(name.text) && name.text !== '')
        name.refuse(`the container '${name.text}' stands twice`, 'duplicate');
      names.add(name.text);
      checkContainer(container, known);
    }
  pod.at('dnsPolicy').mustBeOneOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None');
  checkLabels(pod.at('nodeSelector'));
  checkSubdomain(pod.at('serviceAccountName'));
  checkSubdomain(pod.at('priorityClassName'));
  for (const toleration of pod.at('tolerations').items()) checkToleration(toleration);
  for (const spread of pod.at('topologySpreadConstraints').items()) {
    spread.at('maxSkew').mustBeWithin(1);
    spread.at('whenUnsatisfiable').mustBeOneOf('DoNotSchedule', 'ScheduleAnyway');
    checkLabelSelector(spread.at('labelSelector'));
  }
  checkSecurity(pod.at('securityContext'));
}

function checkVolume(volume: Part): void {
  const name = volume.at('name');
  name.require();
  name.mustBe(isDnsLabel, 'at most 63 lower-case letters, digits and hyphens');
  const sources = Object.keys(volume.object).filter((field) => field !== 'name' && volume.at(field).isSet);
  if (sources.length > 1) volume.refuse(`a volume has one source, not ${sources.join(' and ')}`);
  volume.at('configMap').at('defaultMode').mustBeWithin(0, 0o777);
  volume.at('secret').at('defaultMode').mustBeWithin(0, 0o777);
  if (volume.at('secret').isSet) volume.at('secret').at('secretName').require();
  if (volume.at('configMap').isSet) volume.at('configMap').at('name').require();
}

function checkContainer(container: Part, volumes: ReadonlySet<string>): void {
  const name = container.at('name');
  name.require();
  name.mustBe(isDnsLabel, 'at most 63 lower-case letters, digits and hyphens');
  container.at('image').require();
  container.at('imagePullPolicy').mustBeOneOf('Always', 'IfNotPresent', 'Never');

  const ports = container.at('ports');
  for (const port of ports.items()) {
    port.at('containerPort').mustBeWithin(1, 65_535);
    port.at('hostPort').mustBeWithin(0, 65_535);
    port.at('protocol').mustBeOneOf('TCP', 'UDP', 'SCTP');
    if (port.at('name').text !== '') checkPortName(port.at('name'));
  }
  ports.mustDiffer((port) => port.at('name').text, 'the port name');

  for (const variable of container.at('env').items()) {
    variable.at('name').require();
    variable.at('name').mustBe((text) => /^[ -<>-~]+$/.test(text), 'printable characters except =');
    const from = variable.at('valueFrom');
    if (variable.at('value').text !== '' && from.isSet) from.refuse('is not allowed beside a value');
    if (from.isSet)
      from.exclusive(['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'], true);
  }

  const mounts = container.at('volumeMounts');
  for (const mount of mounts.items()) {
    if (!volumes.has(mount.at('name').text)) mount.at('name').refuse(`there is no volume '${mount.at('name').text}'`);
    mount.at('mountPath').require();
    if (mount.at('subPath').text.startsWith('/') || mount.at('subPath').text.split('/').includes('..'))
      mount.at('subPath').refuse("must be relative and without '..'");
  }
  mounts.mustDiffer((mount) => mount.at('mountPath').text, 'the mount path');

  checkResources(container.at('resources'));
  for (const field of PROBES) checkProbe(container.at(field), field);
  for (const hook of ['postStart', 'preStop']) {
    const handler = container.at('lifecycle').at(hook);
    if (handler.isSet) handler.exclusive(['exec', 'httpGet', 'tcpSocket', 'sleep'], true);
  }
  checkSecurity(container.at('securityContext'));
}

export function checkResources(resources: Part): void {
  const limits = resources.at('limits');
  for (const [group, requests] of [
    ['limits', limits],
    ['requests', resources.at('requests')],
  ] as const)
    for (const [name, value] of requests.fields()) {
      const size = quantity(value);
      if (size !== undefined && size < 0) value.refuse('must not be negative');
      if (!name.includes('/') && !/^(?:cpu|memory|ephemeral-storage|storage|hugepages-.+)$/.test(name))
        requests.refuse(`'${name}' is not a resource; others have a domain, such as example.com/gpu`);
      const limit = quantity(limits.at(name));
      if (group === 'requests' && size !== undefined && limit !== undefined && size > limit)
        value.refuse(`is more than the limit ${limits.at(name).value}`);
    }
}

function checkProbe(probe: Part, kind: string): void {
  if (!probe.isSet) return;
  probe.exclusive(HANDLERS, true);
  for (const field of [
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'successThreshold',
    'failureThreshold',
  ])
    probe.at(field).mustBeWithin(0);
  const success = probe.at('successThreshold').number;
  if (kind !== 'readinessProbe' && success !== undefined && success > 1)
    probe.at('successThreshold').refuse('must be 1');
  for (const handler of ['httpGet', 'tcpSocket'])
    if (probe.at(handler).isSet) checkPort(probe.at(handler).at('port'), true);
  probe.at('httpGet').at('scheme').mustBeOneOf('HTTP', 'HTTPS');
  if (probe.at('exec').isSet) probe.at('exec').at('command').require();
}

function checkToleration(toleration: Part): void {
  const operator = toleration.at('operator');
  operator.mustBeOneOf('Exists', 'Equal', 'Lt', 'Gt');
  toleration.at('effect').mustBeOneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute');
  toleration.at('key').mustBe(isQualifiedName, 'a qualified name');
  if (toleration.at('key').isEmpty && operator.text !== 'Exists')
    operator.refuse('must be Exists where no key is given');
  if (operator.text === 'Exists' && !toleration.at('value').isEmpty)
    toleration.at('value').refuse('is not allowed with Exists');
}

function checkSecurity(context: Part): void {
  for (const field of ['runAsUser', 'runAsGroup', 'fsGroup']) context.at(field).mustBeWithin(0, 2 ** 31 - 1);
  if (context.at('privileged').value === true && context.at('allowPrivilegeEscalation').value === false)
    context.at('allowPrivilegeEscalation').refuse('cannot be false for a privileged container');
  const profile = context.at('seccompProfile');
  profile.at('type').mustBeOneOf('RuntimeDefault', 'Unconfined', 'Localhost');
  if (profile.at('type').text === 'Localhost') profile.at('localhostProfile').require();
}
