import { derive } from '#lib/access/derive.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';
import { NOT_PROVED } from '#lib/access/catalog/proof.ts';
import { beginProof, PROVABLE, unrelatedTo } from '../../../support/proof.ts';
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

describe('the derivation, over HTTP', () => {
	it('leaves out what has no answer of its own', () => {
		expect(PROVABLE.length).toBe(officialCatalog.items.length - Object.keys(NOT_PROVED).length);
	});

	it('grants what every item needs', async () => {
		const proof = await beginProof(storage);
		const failed: unknown[] = [];
		for (const item of inOrder) {
			const needed = derived(item.code);
			const granted = needed.length > 0 ? needed : [PERMISSION_NAMES[0]];
			const { status, body } = await proof.ask(item, granted);
			const told = item.kind === 'signal' ? JSON.stringify(body) : '"SUCCESS"';
			if (status < 200 || status >= 300 || !told.includes('"SUCCESS"')) {
				failed.push([item.code, status, body]);
			}
		}
		await proof.close();
		expect(failed).toEqual([]);
	}, 120_000);

	it('grants nothing that an item does not need: without any one of it, it is refused by name', async () => {
		const proof = await beginProof(storage);
		const wrong: unknown[] = [];
		let refused = 0;
		for (const item of inOrder) {
			const needed = derived(item.code);
			for (const name of needed) {
				const others = needed.filter((one) => one !== name);
				const answer = await proof.ask(item, [...others, unrelatedTo(item)]);
				const challenge = answer.headers.get('www-authenticate') ?? '';
				const said = `${challenge} ${JSON.stringify(answer.body)}`;
				if (answer.status !== 403 || !said.includes(name)) {
					wrong.push([item.code, name, answer.status, answer.body]);
				}
				refused += 1;
			}
		}
		await proof.close();
		expect(wrong).toEqual([]);
		expect(refused).toBeGreaterThan(150);
	}, 120_000);
});
