/** For `vi.waitFor`, which gives up after a second: less than a busy machine takes for what soon comes. */
export const PATIENCE = { timeout: 30_000 };
