import { wayOn } from '#lib/server/hooks/way-on.ts';
import { expect, it } from 'vitest';

it.each([
	[
		'/apps/3813ae18-a209-4e37-a78d-e6aa1822662a/nothing',
		'/apps/3813ae18-a209-4e37-a78d-e6aa1822662a/vehicle-access'
	],
	['/apps/one/history/2/nothing', '/apps/one/vehicle-access'],
	['/apps/one', undefined],
	['/apps//nothing', undefined],
	['/apps/%2F%2Fevil.example/nothing', undefined],
	['/nothing', undefined]
])('where nothing is at %s the way on is %s', (pathname, href) => {
	expect(wayOn(pathname)).toEqual(href && { label: 'Go to Vehicle Access', href });
});
