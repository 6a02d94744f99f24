import { Lanes } from '#lib/server/webhooks/lanes.ts';
import { describe, expect, it } from 'vitest';

const HOOK = 'http://127.0.0.1:4000/hook';
const OTHER = 'http://127.0.0.1:4001/hook';

/** Work that ends when it is told to. */
function held() {
	const ends: ((answered: boolean) => void)[] = [];
	const work = () => new Promise<boolean>((resolve) => ends.push(resolve));
	const end = async (answered: boolean) => {
		for (const resolve of ends.splice(0)) resolve(answered);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { ends, work, end };
}

describe('a lane', () => {
	it('takes few at first, one of who is silent, and more the more it answers', async () => {
		const lanes = new Lanes();
		const { work, end } = held();
		expect(lanes.room(HOOK)).toBe(8);
		for (let count = 0; count < 3; count += 1) lanes.add(HOOK, work);
		expect([lanes.room(HOOK), lanes.inHand]).toEqual([5, 3]);
		await end(false);
		expect([lanes.room(HOOK), lanes.inHand]).toEqual([1, 0]);
		for (let count = 0; count < 200; count += 1) {
			lanes.add(HOOK, work);
			await end(true);
		}
		expect(lanes.room(HOOK)).toBe(128);
	});

	it('has sixteen under way, whatever their path, and others beside it', async () => {
		const lanes = new Lanes();
		const [one, other] = [held(), held()];
		for (let count = 0; count < 20; count += 1) lanes.add(`${HOOK}/${count}`, one.work);
		lanes.add(OTHER, other.work);
		expect([one.ends.length, other.ends.length]).toEqual([16, 1]);
		await one.end(true);
		expect(one.ends.length).toBe(4);
	});

	it('has room again once its work is done', async () => {
		const lanes = new Lanes();
		lanes.add(HOOK, () => Promise.resolve(true));
		await new Promise((resolve) => setImmediate(resolve));
		expect([lanes.inHand, lanes.room(HOOK)]).toEqual([0, 9]);
	});
});
