import { clock } from '#lib/server/clock.ts';
import { connectDatabase, disconnectDatabase } from '#lib/server/db/connection.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of the test's own, removed afterwards. */
export function useFolder(): { path: string } {
	const folder = { path: '' };
	beforeEach(() => {
		folder.path = mkdtempSync(join(tmpdir(), 'valetkey-test-'));
	});
	afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
	return folder;
}

/** The time that tests begin at: 23 November 2026, 14:02 UTC. */
export const START = Date.UTC(2026, 10, 23, 14, 2);

/** Gives every test of the file a real, empty database and a clock that stands still. */
export function useDatabase(): void {
	const now = clock.now;
	beforeEach(() => {
		connectDatabase(':memory:');
		clock.now = () => START;
	});
	afterEach(() => {
		disconnectDatabase();
		clock.now = now;
	});
}
