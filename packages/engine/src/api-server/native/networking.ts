import { isIP } from 'node:net';
import { isDnsLabel, isDnsSubdomain } from '../names';
import { checkLabelSelector, checkLabels, checkPort, checkPortName, checkSubdomain } from './common';
import type { Part } from './report';

export function checkService(spec: Part): void {
  const type = spec.at('type').text || 'ClusterIP';
  spec.at('type').mustBeOneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName');
  spec.at('sessionAffinity').mustBeOneOf('None', 'ClientIP');
  checkLabels(spec.at('selector'));
  const ports = spec.at('ports');
  if (type === 'ExternalName') {
    spec.at('externalName').require('is required for a Service of type ExternalName');
    spec.at('externalName').mustBe((name) => isDnsSubdomain(name.replace(/\.$/, '')), 'a DNS name');
  } else if (spec.at('clusterIP').text !== 'None') ports.require('at least one port is required');
  for (const port of ports.items()) {
    port.at('port').mustBeWithin(1, 65_535);
    port.at('protocol').mustBeOneOf('TCP', 'UDP', 'SCTP');
    const target = port.at('targetPort');
    // 0 and '' stand for the port itself
    if (target.value !== 0 && target.value !== '') checkPort(target);
    if (ports.items().length > 1) port.at('name').require('is required where a Service has several ports');
    port.at('name').mustBe(isDnsLabel, 'at most 63 lower-case letters, digits and hyphens');
    if (type === 'ClusterIP' && (port.at('nodePort').number ?? 0) > 0)
      port.at('nodePort').refuse('is not allowed for a Service of type ClusterIP');
  }
  ports.mustDiffer((port) => port.at('name').text, 'the port name');
  ports.mustDiffer((port) => `${port.at('protocol').text || 'TCP'} ${port.at('port').number}`, 'the port');
}

export function checkIngress(spec: Part): void {
  if (spec.at('rules').isEmpty && !spec.at('defaultBackend').isSet) spec.refuse('defaultBackend or rules is required');
  const className = spec.at('ingressClassName');
  if (className.value === '') className.refuse('must not be empty');
  checkSubdomain(className);
  if (spec.at('defaultBackend').isSet) checkBackend(spec.at('defaultBackend'));
  for (const rule of spec.at('rules').items()) {
    checkHost(rule.at('host'));
    const paths = rule.at('http').at('paths');
    if (rule.at('http').isSet) paths.require();
    for (const path of paths.items()) {
      checkPath(path);
      checkBackend(path.at('backend'));
    }
  }
  for (const tls of spec.at('tls').items()) for (const host of tls.at('hosts').items()) checkHost(host);
}

function checkHost(host: Part): void {
  if (isIP(host.text) !== 0) host.refuse('must be a DNS name, not an IP address');
  host.mustBe((name) => isDnsSubdomain(name.replace(/^\*\./, '')), 'a DNS name, *. at its beginning at the most');
}

function checkPath(rule: Part): void {
  const [path, type] = [rule.at('path'), rule.at('pathType')];
  type.require();
  type.mustBeOneOf('Exact', 'Prefix', 'ImplementationSpecific');
  if (type.text !== 'ImplementationSpecific') {
    if (!path.text.startsWith('/')) path.refuse('must begin with /');
    if (/\/\/|\/\.\.?(?:\/|$)|%2f/i.test(path.text))
      path.refuse("must hold neither '//' nor '.' or '..' as a part, nor an encoded '/'");
  } else if (path.text !== '' && !path.text.startsWith('/')) path.refuse('must begin with /');
}

function checkBackend(backend: Part): void {
  backend.exclusive(['service', 'resource'], true);
  const service = backend.at('service');
  if (!service.isSet) return;
  service.at('name').require();
  service.at('name').mustBe(isDnsLabel, 'the name of a Service');
  const port = service.at('port');
  const [name, number] = [port.at('name'), port.at('number')];
  if (!name.isEmpty && (number.number ?? 0) !== 0) port.refuse('name and number exclude each other');
  else if (!name.isEmpty) checkPortName(name);
  else if ((number.number ?? 0) === 0) port.refuse('name or number is required', 'required');
  else number.mustBeWithin(1, 65_535);
}

export function checkNetworkPolicy(spec: Part): void {
  checkLabelSelector(spec.at('podSelector'));
  for (const type of spec.at('policyTypes').items()) type.mustBeOneOf('Ingress', 'Egress');
  for (const [direction, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const)
    for (const rule of spec.at(direction).items()) {
      for (const port of rule.at('ports').items()) checkPolicyPort(port);
      for (const peer of rule.at(peers).items()) checkPeer(peer);
    }
}

function checkPolicyPort(port: Part): void {
  port.at('protocol').mustBeOneOf('TCP', 'UDP', 'SCTP');
  checkPort(port.at('port'));
  const end = port.at('endPort');
  if (!end.isSet) return;
  const first = port.at('port').number;
  if (first === undefined) end.refuse('needs a port that is a number');
  else end.mustBeWithin(first, 65_535);
}

function checkPeer(peer: Part): void {
  const block = peer.at('ipBlock');
  const selectors = ['podSelector', 'namespaceSelector'].filter((field) => peer.at(field).isSet);
  if (!block.isSet && selectors.length === 0)
    peer.refuse('ipBlock, podSelector or namespaceSelector is required', 'required');
  if (block.isSet && selectors.length > 0) peer.refuse('ipBlock excludes selectors');
  for (const field of selectors) checkLabelSelector(peer.at(field));
  if (!block.isSet) return;
  block.at('cidr').require();
  checkCidr(block.at('cidr'));
  for (const except of block.at('except').items()) checkCidr(except);
}

function checkCidr(cidr: Part): void {
  cidr.mustBe((text) => {
    const [address = '', prefix = ''] = text.split('/');
    const version = isIP(address);
    return version !== 0 && /^\d+$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
  }, 'a CIDR such as 10.0.0.0/16');
}
