/** Words that kro v0.9.3 keeps for itself (pkg/graph/validation.go). */
const RESERVED = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var void while ' +
    'apiVersion context dependency dependencies each externalRef externalReference externalRefs externalReferences graph instance ' +
    'item items kind kro metadata object resource resourcegraphdefinition resourceGraphDefinition resources root runtime schema self ' +
    'serviceAccountName spec status this variables vars version'
  ).split(' '),
);

/** Whether kro takes a text for the id of a resource. */
export function isResourceId(id: string): boolean {
  return /^[a-z][a-zA-Z0-9]*$/.test(id) && !RESERVED.has(id);
}
