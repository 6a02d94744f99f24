import { FAULT_HEADER } from '#lib/faults/asked.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useFaultyCalls } from '../../../support/faulty-calls.ts';
import { useStorage } from '../../../support/storage.ts';

const faulty = useFaultyCalls(useStorage());

const Signals = z.object({ data: z.array(z.unknown()), meta: z.object({ totalCount: z.int() }) });
const Signal = z.object({
	data: z.object({
		attributes: z.object({ body: z.record(z.string(), z.unknown()) }),
		meta: z.object({ oemUpdatedAt: z.iso.datetime() })
	})
});

describe('a shape', () => {
	it('of an empty store has no signals, and none that can be found', async () => {
		const all = await faulty.calls.ask(faulty.calls.at('v3', '/signals'), 'EMPTY_STORE');
		expect([all.status, all.headers.get(FAULT_HEADER)]).toEqual([200, 'EMPTY_STORE']);
		expect(Signals.parse(all.body)).toEqual({ data: [], meta: { totalCount: 0 } });
		const one = await faulty.calls.ask(faulty.calls.at('v3'), 'EMPTY_STORE');
		expect([one.status, one.headers.get(FAULT_HEADER)]).toEqual([404, 'EMPTY_STORE']);
		expect(JSON.stringify(one.body)).toContain('SIGNAL_NOT_FOUND');
	});

	it('of half a body lacks what an app reads', async () => {
		const v2 = await faulty.calls.ask(faulty.calls.at('v2'), 'HALF_BODY');
		expect([v2.headers.get(FAULT_HEADER), v2.body]).toEqual(['HALF_BODY', { distance: null }]);
		const v3 = await faulty.calls.ask(faulty.calls.at('v3'), 'HALF_BODY');
		expect(Signal.parse(v3.body).data.attributes.body).toEqual({ unit: 'km' });
	});

	it('of what is stale is older by what is said', async () => {
		const [fresh, stale] = [
			await faulty.calls.ask(faulty.calls.at('v3')),
			await faulty.calls.ask(faulty.calls.at('v3'), 'STALE=60000')
		];
		const timeOf = (body: unknown) => Date.parse(Signal.parse(body).data.meta.oemUpdatedAt);
		expect(timeOf(fresh.body) - timeOf(stale.body)).toBe(60_000);
		const ages = [
			await faulty.calls.ask(faulty.calls.at('v2')),
			await faulty.calls.ask(faulty.calls.at('v2'), 'STALE')
		].map(({ headers }) => Date.parse(headers.get('sc-data-age') ?? ''));
		expect((ages[0] ?? 0) - (ages[1] ?? 0)).toBe(24 * 60 * 60 * 1000);
		expect(fresh.headers.has(FAULT_HEADER)).toBe(false);
	});

	it('is spent on what it spoils alone', async () => {
		await faulty.calls.rule({ times: 1, fault: 'EMPTY_STORE' });
		await faulty.calls.rule({ times: 1, fault: 'STALE' });
		expect((await faulty.calls.ask(faulty.calls.at('v2'))).headers.get(FAULT_HEADER)).toBe('STALE');
		expect((await faulty.calls.ask(faulty.calls.at('v3'))).headers.get(FAULT_HEADER)).toBe(
			'EMPTY_STORE'
		);
		expect((await faulty.calls.ask(faulty.calls.at('v3'))).headers.get(FAULT_HEADER)).toBeNull();
		expect(await faulty.calls.used()).toEqual([1, 1]);
	});
});

describe('the line', () => {
	it('is cut before anything is done', async () => {
		expect((await faulty.calls.ask(faulty.calls.at('v2'), 'DROP')).status).toBe(502);
	});

	it.each(['v2', 'v3'] as const)('of %s is limited, with the seconds to wait', async (api) => {
		const { status, headers } = await faulty.calls.ask(faulty.calls.at(api), 'RATE_LIMIT=7');
		expect([status, headers.get('retry-after')]).toEqual([429, '7']);
	});

	it('may be slow', async () => {
		expect((await faulty.calls.ask(faulty.calls.at('v3'), 'LATENCY=5')).status).toBe(200);
	});
});
