import { iamService } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { API_GATEWAY_METHODS, ackServices, IAM_PREFIXES, RENAMED, TAGGING } from './tables/ack';
import { CLOUD_CONTROL, cloudControlActions } from './tables/cloud-control';
import { crossplaneActions } from './tables/crossplane';
import { extraPermissions } from './tables/extra-permissions';

/** `['sqs:CreateQueue', 'kms:Decrypt']` of `sqs: CreateQueue; kms: Decrypt`. */
export function spelledOut(actions: string): string[] {
  return actions.split('; ').flatMap((part) => {
    const [prefix = '', names = ''] = part.split(': ');
    return names.split(' ').map((name) => `${prefix}:${name}`);
  });
}

/**
 * The IAM actions that a controller needs for the objects of a kind, passing roles aside. Throws `InputError` for an
 * unknown kind.
 */
export function actionsOfKind(kind: string): string[] {
  const also = extraPermissions[kind]?.actions;
  return [...new Set([...ownActions(kind), ...(also ? spelledOut(also) : [])])].sort();
}

function ownActions(kind: string): string[] {
  const [, ackService, ackKind] = /^([^.]+)\.services\.k8s\.aws\/(.+)$/.exec(kind) ?? [];
  if (ackService && ackKind) return ackActions(kind, ackService, ackKind);
  const known = kind.startsWith('AWS::')
    ? cloudControlActions[kind] && `${cloudControlActions[kind]}; ${CLOUD_CONTROL}`
    : crossplaneActions[kind];
  if (!known) {
    const table = kind.startsWith('AWS::') ? 'cloud-control.ts' : 'crossplane.ts';
    throw new InputError(
      `${kind}: dist has it, but bootstrap/iam/tables/${table} does not say which IAM actions its controller needs`,
    );
  }
  return spelledOut(known);
}

function ackActions(kind: string, service: string, name: string): string[] {
  const operations = ackServices[service]?.kinds[name.toLowerCase()];
  if (!operations)
    throw new InputError(
      `${kind}: dist has it, but bootstrap/iam/tables/ack-operations.json does not say which operations its controller calls`,
    );
  const tagging = TAGGING[service];
  return [...operations.map((operation) => iamActionOf(service, operation)), ...(tagging ? spelledOut(tagging) : [])];
}

/** The IAM action that permits an operation: not always one of its name. */
function iamActionOf(service: string, operation: string): string {
  const prefix = IAM_PREFIXES[service] ?? service;
  if (prefix === 'apigateway') {
    const [, method] = API_GATEWAY_METHODS.find(([pattern]) => pattern.test(operation)) ?? [];
    if (method) return `apigateway:${method}`;
  }
  const renamed = RENAMED[`${prefix}:${operation}`];
  if (renamed) return renamed;
  const known = iamService(prefix)?.actions.get(operation.toLowerCase());
  if (!known)
    throw new InputError(
      `${prefix}:${operation}: IAM has no such action; bootstrap/iam/tables/ack.ts (RENAMED) must say what permits it`,
    );
  return `${prefix}:${known.name}`;
}
