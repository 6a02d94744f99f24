import { rmSync, writeFileSync } from 'node:fs';
import type { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { afterEach, it, vi } from 'vitest';
import { useFolder } from './support/storage.ts';
import { askBeforeItOpens } from './support/opening.ts';

const folder = useFolder();

afterEach(async () => {
	const waits: Promise<void>[] = [];
	const events: EventEmitter = process;
	events.emit('sveltekit:shutdown', 'SIGTERM', waits);
	await Promise.all(waits);
	vi.unstubAllEnvs();
});

it('in development a file that cannot be opened is tried again at each request', async () => {
	const blocked = join(folder.path, 'data');
	writeFileSync(blocked, '');
	vi.stubEnv('LOG_LEVEL', 'silent');
	vi.stubEnv('DATABASE_URL', `file:${join(blocked, 'valetkey.db')}`);
	await askBeforeItOpens(() => rmSync(blocked));
});
