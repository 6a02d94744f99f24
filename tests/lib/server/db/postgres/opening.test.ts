import { randomKeyText } from '#lib/server/secret-key.ts';
import type { EventEmitter } from 'node:events';
import { afterEach, it, vi } from 'vitest';
import { Line } from '../../../../support/line.ts';
import { askBeforeItOpens } from '../../../../support/opening.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';

let line: Line;

afterEach(async () => {
	const waits: Promise<void>[] = [];
	const events: EventEmitter = process;
	events.emit('sveltekit:shutdown', 'SIGTERM', waits);
	await Promise.all(waits);
	await line.cut();
	vi.unstubAllEnvs();
});

it('in development a server that is not there is tried again at each request', async () => {
	line = await Line.to(await createEmptyDatabase());
	vi.stubEnv('LOG_LEVEL', 'silent');
	vi.stubEnv('DATABASE_URL', line.url);
	vi.stubEnv('SECRET_KEY', randomKeyText());
	await line.cut();
	await askBeforeItOpens(() => line.mend());
});
