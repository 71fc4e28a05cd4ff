import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import { every } from './readers';

const SECRET = 'secretsmanager.services.k8s.aws/Secret';
const POLICY = 'secretsmanager.aws.m.upbound.io/SecretPolicy';
const ROTATION = 'secretsmanager.aws.m.upbound.io/SecretRotation';
const TRAIL = 'cloudtrail.aws.m.upbound.io/Trail';

const hasPolicies = (evidence: Evidence, text: string) =>
  evidence.all(POLICY).length === evidence.all(SECRET).length &&
  every(evidence.all(POLICY), (policy) => String(at(policy, 'spec.forProvider.policy')).includes(text));

/** What the document asks of Secrets Manager. */
export const secrets: readonly DocumentValue[] = [
  {
    path: 'Secrets Manager: Automatic Rotation: Database',
    value: true,
    read: (evidence) => evidence.find(ROTATION, 'database-credentials-rotation') !== undefined,
  },
  {
    path: 'Secrets Manager: Automatic Rotation: API key',
    value: 'automatic',
    read: (evidence) =>
      evidence.find(SECRET, 'incident-webhook') &&
      (evidence.find(ROTATION, 'incident-webhook-rotation') ? 'automatic' : 'by hand'),
    deviation: {
      chosen: 'by hand',
      because:
        "the API key is the incident system's: a rotation function has to make the new one there, and the document does not say which system it is",
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html',
    },
  },
  {
    path: 'Secrets Manager: Fine-grained Access',
    value: true,
    read: (evidence) => hasPolicies(evidence, '"aws:PrincipalAccount"'),
  },
  {
    path: 'Secrets Manager: Encryption: at rest and in transit',
    value: true,
    read: (evidence) =>
      every(evidence.all(SECRET), (secret) => at(secret, 'spec.kmsKeyID') !== undefined) &&
      hasPolicies(evidence, '"aws:SecureTransport":"false"'),
  },
  {
    path: 'Secrets Manager: Audit Trail',
    value: true,
    read: (evidence) => every(evidence.all(TRAIL), (trail) => at(trail, 'spec.forProvider.enableLogging') === true),
  },
];
