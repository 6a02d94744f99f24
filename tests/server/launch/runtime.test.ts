import { describe, expect, it } from 'vitest';
import { rankRuntimes } from '../../../server/launch/runtime.js';

const runtime = (version: string) => ({ path: `/nodes/${version}`, version });

describe('which Node the project runs on', () => {
	it.each([
		['24.21.0', '20.20.2', ['24.21.0']],
		['24.21.0', '22.18.0', ['24.21.0', '22.18.0']],
		['24.21.0', '26.12.1', ['24.21.0', '26.12.1']],
		['24.18.0', '24.21.0', ['24.18.0', '24.21.0']],
		// A packaged one that is no longer maintained is better than none and worse than a newer one.
		['24.0.0', '20.20.2', ['24.0.0']],
		['24.0.0', '22.23.3', ['24.0.0', '22.23.3']],
		['24.0.0', '24.21.0', ['24.21.0', '24.0.0']],
		['24.17.9', '26.12.1', ['26.12.1', '24.17.9']],
		[null, '22.18.0', ['22.18.0']],
		[null, '26.12.1', ['26.12.1']],
		[null, '22.17.1', []],
		[null, '20.20.2', []],
		['22.17.1', '20.20.2', []]
	])('of a packaged %s and an own %s it takes %j', (packaged, own, taken) => {
		const ranked = rankRuntimes(packaged === null ? null : runtime(packaged), runtime(own));
		expect(ranked).toEqual(taken.map(runtime));
	});
});
