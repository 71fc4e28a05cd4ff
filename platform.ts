import { definePlatform } from '@aws-platform/engine/platform';

/** What this platform is called. Whoever starts one of their own begins here. */
export default definePlatform({
  name: 'aws-platform',
  title: 'AWS platform',
  // before the platform's own labels and annotations, and behind the API groups of its own kinds
  domain: 'platform.company.com',
  document: 'AWS Services Architecture',
});
