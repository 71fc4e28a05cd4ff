import type { PlatformChart } from '../../../charts/platform-chart';
import { TraceEncryption } from '../../../constructs/xray/encryption-config';
import { chart, environment, manifests } from '../scope';

const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('TraceEncryption', () => {
  test('GIVEN the logs key WHEN traces are encrypted THEN it is with that', () => {
    const scope = chart();
    new TraceEncryption(scope, 'traces');
    expect(specOf(scope, 'traces')['forProvider']).toMatchObject({
      type: 'KMS',
      keyId: environment().outputs.keys.logs,
    });
  });
});
