import type { Stages } from '../pipeline.ts';

type Begin = NonNullable<Stages['fault']>;

let loaded: Begin | null = null;

/** What goes wrong on purpose, loaded when a program asks first: no start waits for it. */
export const faults: Begin = (call) =>
	loaded ? loaded(call) : load().then((begin) => begin(call));

async function load(): Promise<Begin> {
	return (loaded = (await import('./begin.ts')).begin);
}
