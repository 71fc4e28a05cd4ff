import type { PlatformChart } from '../../../charts/platform-chart';
import { renderOrigin } from '../../../constructs/cloudfront/origin';
import { OriginAccessControl } from '../../../constructs/cloudfront/origin-access-control';
import { bucket, chart } from '../scope';

const copy = (scope: PlatformChart) => bucket(scope, 'files-copy', { region: 'dr' });

describe('renderOrigin', () => {
  test('GIVEN a bucket of the DR region WHEN it is an origin THEN its domain is that region’s', () => {
    const scope = chart();
    const accessControl = new OriginAccessControl(scope, 'site', { description: '' });
    expect(renderOrigin('site', { bucket: copy(scope), accessControl }, 'us-east-1')).toMatchObject({
      domainName: 'files-copy-123456789012-us-west-2.s3.us-west-2.amazonaws.com',
    });
  });
});
