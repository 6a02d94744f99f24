import { contextOf } from '#lib/server/context.ts';
import { openKey } from '#lib/server/db/open-key.ts';
import { openStorage } from '#lib/server/db/open-storage.ts';
import { scheduleFlush } from '#lib/server/fleet/calls/schedule.ts';
import { createBoundedServer } from '#lib/server/door/bounded-server.ts';
import { createDoor } from '#lib/server/door/door.ts';
import { limitsFor, mostOpenFiles } from '#lib/server/door/limits.ts';
import { log, setLogLevel } from '#lib/server/log.ts';
import { machineTime } from '#lib/server/machine-time.ts';
import { createProgramsListener } from '#lib/server/programs/listener.ts';
import { beginRecording } from '#lib/server/programs/record/begin.ts';
import { readSettings } from '#lib/server/settings.ts';

/**
 * Answers programs through the door of the built server, and nothing else, with or without taking note of what they ask:
 * `programs-server.ts <database file> <port> recording|plain`. The built server has no such switch.
 */
const [file = '', port = '', how = ''] = process.argv.slice(2);
const settings = readSettings({
	DATABASE_URL: `file:${file}`,
	HOST: '127.0.0.1',
	PORT: port,
	RATE_LIMITS: 'off'
});
setLogLevel(settings);
const engine = await openStorage(settings);
const key = await openKey(engine, settings);
const actor = { kind: 'operator', id: 'bench', name: 'Bench' } as const;
const now = () => contextOf(engine, { actor, machineNow: machineTime(), settings, key });
const recording = how === 'recording' ? beginRecording(now) : null;
const stopFlush = scheduleFlush(now);
const door = createDoor(settings, {
	programs: createProgramsListener(now, recording?.stages),
	files: () => false,
	framework: (_request, response) => response.writeHead(404).end()
});
const server = createBoundedServer(limitsFor(mostOpenFiles()), door, (error) => log.error(error));
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
process.once('SIGTERM', () => {
	server.closeAllConnections();
	server.close();
	void stopFlush()
		.then(() => recording?.stop())
		.then(() => engine.close());
});
