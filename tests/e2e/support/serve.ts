import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../support/described/in-server.ts';

// Every run has a database of its own, which goes when the server ends.
const folder = mkdtempSync(join(tmpdir(), 'valetkey-e2e-'));
process.env.DATABASE_URL = `file:${join(folder, 'valetkey.db')}`;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await import('../../../server/start.js');
