/** Shield's only endpoint: https://docs.aws.amazon.com/general/latest/gr/shield.html */
export const REGION = 'us-east-1';
