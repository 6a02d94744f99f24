import { sandboxLink } from '#lib/access/connect-url/sandbox-link.ts';
import { expect, it } from 'vitest';

const HERE = 'http://127.0.0.1:3000';

it.each([
	['/oauth/authorize', '/oauth/authorize'],
	['/oauth/reauthenticate', '/oauth/reauthenticate'],
	['/elsewhere', '/oauth/authorize']
])('a live link to %s leads to %s here, with its query', (live, path) => {
	expect(sandboxLink(`https://connect.smartcar.com${live}?a=b`, HERE)).toEqual({
		url: `${HERE}${path}?a=b`,
		startUrl: `${HERE}/sandbox/start?a=b`
	});
});
