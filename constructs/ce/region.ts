/** Cost Explorer's only endpoint: https://docs.aws.amazon.com/general/latest/gr/billing.html */
export const COST_EXPLORER_REGION = 'us-east-1';
