/**
 * The namespace of every ACK and Crossplane object: references across namespaces become opt-in upstream
 * (docs/adr/0002).
 */
export const AWS_NAMESPACE = 'aws';
