import type { AlertingRule } from '../../../constructs/amp/rule-groups-namespace';

const DAY = 86_400;

export const certificates: readonly AlertingRule[] = [
  {
    alert: 'CertificateExpires',
    // ACM renews 60 days before the end: https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
    expr: `min by (namespace, name) (aws_object_certificate_not_after) - time() < ${30 * DAY}`,
    for: '1h',
    severity: 'critical',
    summary: 'The certificate {{ $labels.name }} ends in less than 30 days, and ACM has not renewed it',
    description: 'ACM renews by a DNS record. Whoever uses the certificate is refused when it ends.',
  },
  {
    alert: 'KubeletCertificateExpires',
    expr: `min by (node) (kubelet_certificate_manager_client_ttl_seconds) < ${2 * DAY}`,
    for: '1h',
    severity: 'warning',
    summary: 'The kubelet of {{ $labels.node }} has not renewed its certificate, which ends in less than two days',
    description: 'After that the node leaves the cluster.',
  },
];
