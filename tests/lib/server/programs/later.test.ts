import type { Call } from '#lib/server/programs/call.ts';
import type { Endpoint, Fault } from '#lib/server/programs/endpoint.ts';
import { later } from '#lib/server/programs/later.ts';
import { plainJson } from '#lib/server/programs/plain-json.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSqlite } from '../../../support/storage.ts';

const storage = useSqlite();
const noFault: Fault = (_call, answer) => answer();
let call: Call;
beforeEach(() => {
	call = {
		context: storage.context,
		envelope: { id: 'r-1', address: '127.0.0.1', origin: null },
		request: new Request('http://127.0.0.1/mirror'),
		pathname: '/mirror',
		params: {}
	};
});

const mirror: Endpoint = ({ pathname, envelope }) =>
	Promise.resolve(plainJson({ pathname }, envelope.id));

describe('an endpoint that is loaded later', () => {
	it('is loaded when it is asked, and once', async () => {
		let loads = 0;
		const endpoints = later(() => {
			loads += 1;
			return Promise.resolve({ mirror });
		});
		const endpoint = endpoints('mirror');
		expect(loads).toBe(0);
		const answers = [await endpoint(call, noFault), await endpoint(call, noFault)];
		expect(loads).toBe(1);
		expect(answers).toEqual(Array(2).fill(plainJson({ pathname: '/mirror' }, 'r-1')));
	});

	it('is loaded again after that failed', async () => {
		const loads = [Promise.reject(new Error('no file can be opened')), Promise.resolve({ mirror })];
		const endpoint = later(() => loads.shift() ?? Promise.reject(new TypeError('loaded again')))(
			'mirror'
		);
		await expect(endpoint(call, noFault)).rejects.toThrow('no file can be opened');
		expect(await endpoint(call, noFault)).toMatchObject({ status: 200 });
	});
});
