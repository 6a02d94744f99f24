import { counted } from '#lib/access/language/english.ts';

export const liveValues = 'Live values';
export const supportedOf = (count: number, all: number) => `${count} of ${all} supported`;
export const selected = 'Selected';
export const all = 'All';
export const find = 'Find a signal';
export const noneSelected = 'No selected signal is one that this vehicle has.';
export const noneFound = 'No signal of this vehicle has that in its name or code.';
export const nothingTold = 'nothing yet';
export const countValues = (count: number) => counted(count, { one: 'value', other: 'values' });
export const seeBody = 'see its body';
export const STATIONS = {
	oemUpdatedAt: 'the vehicle said so',
	retrievedAt: 'the platform fetched it',
	ingestedAt: 'a read can see it'
};
export const noTime = 'no time';
export const later = (span: string) => `+ ${span}`;
export const itself = (value: string, next: string) =>
	`The vehicle itself says ${value}. A read right after a change may still return the old value: the next fetch is at ${next}.`;
export const asRead = (next: string) =>
	`The vehicle itself says the same. The next fetch is at ${next}; a read right after a change may still return the old value.`;
export const body = 'Body';
export const setByHandMore = 'Set by hand…';
export const setByHand = 'Set it';
export const calls = 'Commands and other calls';
export const setHint = 'JSON in the shape of the answer; the next fetch tells it.';
export const fetchNow = 'Fetch now';
export const readAnswers = (status: number, code: string) => `a read answers ${status} ${code}`;
