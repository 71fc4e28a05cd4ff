export {
  ACK_REGION,
  ARGOCD_PREFIX,
  DELETION_POLICY,
  EXTERNAL_NAME,
  LAST_WAVE,
  SYNC_OPTIONS,
  SYNC_WAVE,
} from './annotations';
export type { SynthChart, SynthObject } from './chart';
export { documentsOf, readSources, type Source, type SourceDocument } from './documents';
export { type DeclaredException, exceptionAnnotation, exceptionFrom, exceptionsOf } from './exceptions';
export { each, isRecord, read, records } from './fields';
export { type InstalledCrds, installedCrds, installsCrds } from './installed-crds';
export { canonicalJson } from './json';
export { readJson } from './json-reader';
export { lineFinder } from './lines';
export { annotationOf, groupOf, isManifest, kindKey, type Manifest, objectKey } from './manifest';
export { child, entry, index } from './paths';
export { readManifestFiles, readManifests } from './read';
export { stringify, stringifyAll } from './yaml';
export { readYaml, SyntaxProblem } from './yaml-reader';
