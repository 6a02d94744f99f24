import type { LookAtDue } from '../webhooks/worker.ts';

/** Looks at vehicles that webhooks are told of, whose next fetch may bring something to tell. */
export const lookAtDue: LookAtDue = () => Promise.resolve(false);
