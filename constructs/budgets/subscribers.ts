import type { Topic } from '../sns/topic';

/** At most one topic and ten addresses are told of an alert. */
export interface BudgetSubscribers {
  readonly topic: Topic;
  /** @default none */
  readonly emails?: readonly string[];
}

/** The subscribers of a budget or of an action of it; fails for more than AWS takes. */
export function requireSubscribers(
  { topic, emails = [] }: BudgetSubscribers,
  fail: (message: string) => never,
): { readonly topic: Topic; readonly emails: string[] } {
  // https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html
  if (emails.length > 10) fail(`subscribers.emails has ${emails.length} addresses, at most 10 are allowed`);
  const twice = emails.find((email, index) => emails.indexOf(email) !== index);
  if (twice !== undefined) fail(`subscribers.emails: '${twice}' stands twice`);
  if (topic.isFifo) fail(`subscribers.topic '${topic.node.id}' is a FIFO topic, only a standard one is allowed`);
  return { topic, emails: [...emails] };
}
