/**
 * A number from 0 up to 1 that the same seed and keys always give. Nothing is remembered between
 * draws, so what a vehicle does on a day does not depend on how it came to that day.
 */
export function draw(seed: number, ...keys: readonly (number | string)[]): number {
	let hash = scramble(seed);
	for (const key of keys) hash = scramble(hash ^ (typeof key === 'number' ? key : fold(key)));
	return (hash >>> 0) / 2 ** 32;
}

export function drawBetween(
	least: number,
	most: number,
	seed: number,
	...keys: readonly (number | string)[]
): number {
	return least + (most - least) * draw(seed, ...keys);
}

/** @throws {TypeError} when there is nothing to choose from. */
export function drawOne<T>(
	choices: readonly T[],
	seed: number,
	...keys: readonly (number | string)[]
): T {
	const chosen = choices[Math.floor(draw(seed, ...keys) * choices.length)];
	if (chosen === undefined) throw new TypeError('There is nothing to choose from');
	return chosen;
}

/** The finalizer of MurmurHash3, after a step that keeps zero from staying zero. */
function scramble(value: number): number {
	let hash = Math.imul(value + 0x9e3779b9, 1);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}

/** FNV-1a. */
function fold(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash;
}
