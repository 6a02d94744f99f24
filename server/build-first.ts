import { checkSharedKey, readSettings } from '../src/lib/server/settings.ts';
import { buildWhenNeeded } from './build.ts';
import { startOrEnd } from './fault-line.ts';

/** Whoever has to mend a setting is not made to wait for the build. */
export function buildFirst(): Promise<void> {
	return startOrEnd(async () => {
		checkSharedKey(readSettings(process.env));
		await buildWhenNeeded();
	});
}
