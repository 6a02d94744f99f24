import type { WantedApplication } from '#lib/server/applications/seed/wanted.ts';
import { randomUUID } from 'node:crypto';

/** Applications of one seed. */
export const SEED_SIZE = 5;

/** A seed of new applications, all of them named by it. */
export function seedOf(run: string): readonly WantedApplication[] {
	return Array.from({ length: SEED_SIZE }, () => ({
		name: run,
		clientId: randomUUID(),
		clientSecret: 'a-secret-for-tests',
		redirectUris: ['http://localhost:8000/callback'],
		selected: { selection: [{ code: 'vin', required: false }], purposes: {} },
		publish: true,
		reason: 'From a test'
	}));
}
