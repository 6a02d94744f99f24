/** Milliseconds since 1970. Tests put a clock of their own here. */
export const clock = { now: (): number => Date.now() };
