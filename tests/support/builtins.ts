import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished, vi } from 'vitest';

/**
 * Has those who import a function of Node's by its name use what `vi.spyOn` put in its place, until
 * the test ends.
 */
export function spreadBuiltinSpies(): void {
	syncBuiltinESMExports();
	onTestFinished(() => {
		vi.restoreAllMocks();
		syncBuiltinESMExports();
	});
}
