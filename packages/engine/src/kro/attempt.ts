/** What an action gives, or in words why it cannot: what people write into graphs may be anything. */
export function attempt<T extends object>(action: () => T): T | string {
  try {
    return action();
  } catch (error) {
    return (error as Error).message;
  }
}
