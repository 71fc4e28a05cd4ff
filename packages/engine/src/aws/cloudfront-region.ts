/**
 * Where CloudFront looks for certificates and web ACLs, wherever its viewers are:
 * https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html,
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html (Scope)
 */
export const CLOUDFRONT_REGION = 'us-east-1';
