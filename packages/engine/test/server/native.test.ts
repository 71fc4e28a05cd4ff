import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateObject, validateTransition } from '../../src/api-server/validate';
import { schemasOf } from '../../src/schema/default';
import { KUBERNETES_SCHEMAS } from '../../src/schema/kubernetes';
import type { JsonObject } from '../../src/schema/structural';
import { ENGINE } from '../engine';
import { ApiServer } from './api-server';
import { describeOnServer } from './describe-on-server';
import { kubernetesSchemas } from './kubernetes-schemas';
import { bases, changed, changes, updates } from './native-cases';

describeOnServer('core kinds: the verdict offline and that of a real API server', () => {
  const server = new ApiServer();
  const schemas = schemasOf();
  beforeAll(() => server.start(), 300_000);
  afterAll(() => server.stop());

  test('GIVEN the committed schemas of the core kinds WHEN the server is asked THEN they are its own', () => {
    expect(kubernetesSchemas(server)).toBe(readFileSync(join(ENGINE, 'schemas', KUBERNETES_SCHEMAS), 'utf8'));
  });

  test('GIVEN sound objects and changes to them WHEN both judge THEN they agree on every one', async () => {
    const cases: { what: string; object: JsonObject }[] = [
      ...Object.keys(bases).map((kind) => ({
        what: `${kind}, sound`,
        object: changed([kind, 'metadata.labels', {}], `base-${kind.toLowerCase()}`),
      })),
      ...changes.map((change, position) => ({
        what: JSON.stringify(change).slice(0, 200),
        object: changed(change, `case-${position}`),
      })),
    ];
    const verdicts = await server.judge(
      cases.map(({ object }) => ({
        object,
        kind: schemas.find(String(object['apiVersion']), String(object['kind']))!,
      })),
    );
    const wrong = cases.flatMap(({ what, object }, position) => {
      const findings = validateObject(object, { schemas });
      const refusal = verdicts[position];
      if ((refusal === undefined) === (findings.length === 0)) return [];
      const offline = findings.map(({ path, message }) => `${path}: ${message}`).join('; ') || 'accepts';
      return [`${what}: server ${refusal ?? 'accepts'}, offline ${offline}`];
    });
    const accepted = verdicts.filter((verdict) => verdict === undefined).length;
    console.info(`core kinds: ${cases.length - wrong.length} of ${cases.length} verdicts agree, ${accepted} accepted`);
    expect(wrong).toEqual([]);
  }, 300_000);

  test('GIVEN stored objects and changes to them WHEN both judge the update THEN they agree on every one', async () => {
    const find = (object: JsonObject) => schemas.find(String(object['apiVersion']), String(object['kind']))!;
    const wrong: string[] = [];
    for (const [position, change] of updates.entries()) {
      const old = changed([change[0], 'metadata.labels', {}], `update-${position}`);
      const next = changed(change, `update-${position}`);
      const resourceVersion = await server.store(find(old), old);
      const refusal = await server.replace(find(next), next, resourceVersion);
      const findings = validateTransition(old, next, { schemas });
      if ((refusal === undefined) !== (findings.length === 0))
        wrong.push(
          `${JSON.stringify(change)}: server ${refusal ?? 'accepts'}, offline ${findings.map(({ path, message }) => `${path}: ${message}`).join('; ') || 'accepts'}`,
        );
    }
    console.info(`core kinds: ${updates.length - wrong.length} of ${updates.length} verdicts on updates agree`);
    expect(wrong).toEqual([]);
  }, 300_000);
});
