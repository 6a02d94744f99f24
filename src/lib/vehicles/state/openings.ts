/** Doors and windows in the order of rows and columns, then what a vehicle has one of. */
export const DOORS = [
	'front-left-door',
	'front-right-door',
	'rear-left-door',
	'rear-right-door'
] as const;

export const WINDOWS = [
	'front-left-window',
	'front-right-window',
	'rear-left-window',
	'rear-right-window'
] as const;

export const OPENINGS = [
	...DOORS,
	...WINDOWS,
	'sunroof',
	'front-trunk',
	'rear-trunk',
	'tailgate',
	'engine-cover',
	'charge-port'
] as const;

export type Opening = (typeof OPENINGS)[number];
