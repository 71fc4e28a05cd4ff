/**
 * The class of Ingresses of tools for those who work here; on namespaces, the value of the label that lets them use it.
 */
export const INTRANET = 'intranet';
