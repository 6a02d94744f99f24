import { expect, it, vi } from 'vitest';
import { onceArrived } from '../../../src/routes/(dashboard)/once-arrived.ts';

/** A window that follows one link after another, as Kit tells of it. */
function windowThatGoes() {
	const going: { complete: Promise<void> | null } = { complete: null };
	const follow = () => {
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		going.complete = promise;
		const arrive = () => {
			resolve();
			if (going.complete === promise) going.complete = null;
		};
		return { arrive, turnAway: () => reject(new Error('navigation aborted')) };
	};
	return { going, follow };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function reading(going: Parameters<typeof onceArrived>[1]) {
	const read = vi.fn(async () => undefined);
	return { read, done: onceArrived(read, going) };
}

it('a window that stays reads at once', async () => {
	const { read, done } = reading(windowThatGoes().going);
	expect(read).toHaveBeenCalledTimes(1);
	await done;
});

it('one that goes somewhere reads once it is there', async () => {
	const { going, follow } = windowThatGoes();
	const { arrive } = follow();
	const { read, done } = reading(going);
	await settled();
	expect(read).not.toHaveBeenCalled();
	arrive();
	await done;
	expect(read).toHaveBeenCalledTimes(1);
});

it('one that is sent elsewhere on its way reads once it is there', async () => {
	const { going, follow } = windowThatGoes();
	const first = follow();
	const { read, done } = reading(going);
	const second = follow();
	first.turnAway();
	await settled();
	expect(read).not.toHaveBeenCalled();
	second.arrive();
	await done;
	expect(read).toHaveBeenCalledTimes(1);
});

it('one that is turned away and still says that it goes reads all the same', async () => {
	const { going, follow } = windowThatGoes();
	const { turnAway } = follow();
	const { read, done } = reading(going);
	turnAway();
	await done;
	expect(read).toHaveBeenCalledTimes(1);
});

it('a reading that fails is told to whoever asked', async () => {
	const broken = () => Promise.reject(new Error('Offline'));
	await expect(onceArrived(broken, { complete: null })).rejects.toThrow('Offline');
});
