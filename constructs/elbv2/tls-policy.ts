/**
 * TLS 1.3, or 1.2 with forward secrecy and authenticated encryption; key exchange that a quantum computer cannot undo,
 * where the client has it. What AWS recommends:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';
