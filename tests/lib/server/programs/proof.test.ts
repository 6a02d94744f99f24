import { derive } from '#lib/access/derive.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NOT_PROVED, PROVED_ELSEWHERE } from '#lib/access/catalog/proof.ts';
import {
	beginProof,
	PROVABLE,
	unrelatedTo,
	type Proof,
	type ProofAnswer
} from '../../../support/proof.ts';
import { useSqlite } from '../../../support/storage.ts';

// What a grant opens is decided above the storage; each engine has tests of its own for grants.
const storage = useSqlite();
const LAST = 'v2-vehicle-disconnect';
const first = PROVABLE.filter(({ code }) => code !== LAST);
const inOrder = [
	...first.filter(({ kind }) => kind !== 'command'),
	...first.filter(({ kind }) => kind === 'command'),
	...PROVABLE.filter(({ code }) => code === LAST)
];

const derived = (code: string) =>
	derive([{ code, required: false }], officialCatalog).map(({ name }) => name);

const needing = inOrder.filter(({ code }) => derived(code).length > 0);
const needless = inOrder.filter(({ code }) => derived(code).length === 0);
const itemOf = (code: string) => officialCatalog.items.find((item) => item.code === code);

/** Whether an item is had; a signal has to be told, too. */
function isHad({ kind }: CatalogItem, { status, body }: ProofAnswer): boolean {
	const told = kind === 'signal' ? JSON.stringify(body) : '"SUCCESS"';
	return status >= 200 && status < 300 && told.includes('"SUCCESS"');
}

async function withProof(work: (proof: Proof) => Promise<void>): Promise<void> {
	const proof = await beginProof(storage);
	await work(proof);
	await proof.close();
}

const Ids = z.object({ vehicles: z.array(z.string()) });
const Listed = z.object({
	data: z.array(
		z.object({
			id: z.string(),
			attributes: z.looseObject({ status: z.looseObject({ value: z.string() }) })
		})
	)
});

describe('the derivation, over HTTP', () => {
	it('is of every item of the catalog, but of what webhooks of version 2 deliver', () => {
		expect(officialCatalog.items).toHaveLength(175);
		expect(Object.keys(PROVED_ELSEWHERE)).toEqual(['id']);
		expect(PROVABLE).toHaveLength(173);
		expect(Object.keys(NOT_PROVED)).toEqual(['v2-charge-events']);
	});

	it(
		'grants what every item needs',
		() =>
			withProof(async (proof) => {
				const failed: unknown[] = [];
				for (const item of needing) {
					const answer = await proof.ask(item, derived(item.code));
					if (!isHad(item, answer)) failed.push([item.code, answer]);
				}
				expect(failed).toEqual([]);
				expect(needing).toHaveLength(165);
			}),
		120_000
	);

	it(
		'grants nothing that an item does not need: without any one of it, it is refused by name',
		() =>
			withProof(async (proof) => {
				const wrong: unknown[] = [];
				let refused = 0;
				for (const item of needing) {
					const needed = derived(item.code);
					for (const name of needed) {
						const rest = needed.filter((one) => one !== name);
						// One that has nothing to do with it in its place; then all others there are.
						for (const granted of [
							[...rest, unrelatedTo(item)],
							PERMISSION_NAMES.filter((one) => one !== name)
						]) {
							const { status, headers, body } = await proof.ask(item, granted);
							const said = `${headers.get('www-authenticate')} ${JSON.stringify(body)}`;
							if (status !== 403 || !said.includes(name))
								wrong.push([item.code, name, status, body]);
							refused += 1;
						}
					}
				}
				expect(wrong).toEqual([]);
				expect(refused).toBe(2 * 165);
			}),
		120_000
	);

	it(
		'asks nothing for what needs nothing: any permission alone will do',
		() =>
			withProof(async (proof) => {
				const failed: unknown[] = [];
				for (const item of needless) {
					for (const name of PERMISSION_NAMES) {
						const answer = await proof.ask(item, [name]);
						if (!isHad(item, answer)) failed.push([item.code, name, answer]);
						if (item.code === LAST) await proof.connectAgain();
					}
				}
				expect(failed).toEqual([]);
				expect(needless).toHaveLength(8);
			}),
		120_000
	);

	it('tells the id of a vehicle under any permission', () =>
		withProof(async (proof) => {
			const list = itemOf('v2-vehicles');
			if (!list) throw new TypeError('No such item');
			expect(PROVED_ELSEWHERE.id?.path.replace('/v2.0', '')).toBe(list.path);
			for (const name of PERMISSION_NAMES) {
				const { body } = await proof.ask(list, [name]);
				expect([name, Ids.parse(body).vehicles]).toEqual([name, [proof.client.vehicleId]]);
			}
		}));

	it('opens, in the list of all signals, those that need no more than is granted', () =>
		withProof(async (proof) => {
			const signals = officialCatalog.items.filter(({ kind }) => kind === 'signal');
			const opened = async (granted: readonly PermissionName[]) => {
				await proof.grant(granted);
				const url = `${proof.origin}/v3/vehicles/${proof.client.vehicleId}/signals`;
				const headers = { authorization: `Bearer ${proof.client.access}` };
				const { data } = Listed.parse(await (await fetch(url, { headers })).json());
				const isTold = ({ attributes }: (typeof data)[number]) =>
					attributes.status.value === 'SUCCESS';
				return data.filter(isTold).map(({ id }) => id);
			};
			for (const name of PERMISSION_NAMES) {
				const needed = signals.filter(({ code }) => derived(code).every((one) => one === name));
				const codes = needed.map(({ code }) => code);
				expect([name, (await opened([name])).sort()]).toEqual([name, codes.sort()]);
			}
		}));

	it('is not what a subscription asks for, whatever is told by it', () =>
		withProof(async (proof) => {
			const item = itemOf('v2-charge-events');
			if (!item) throw new TypeError('No such item');
			for (const name of PERMISSION_NAMES) {
				expect([name, (await proof.ask(item, [name])).status]).toEqual([name, 200]);
			}
		}));
});
