import { counted } from '#lib/access/language/english.ts';

export const charge = 'Charge';
export const lastDay = 'the last day of its clock';
export const limit = (value: string) => `limit ${value} %`;
export const distanceDriven = (km: string) => `Distance driven ${km}`;
export const km = (value: string) => `${value} km`;
export const describePlot = (plot: { from: number; to: number; driven: string }) =>
	`From ${plot.from} to ${plot.to} percent, ${plot.driven} km driven. The table below holds all points.`;
export const showTable = 'Show as a table';
export const countPoints = (count: number) => counted(count, { one: 'point', other: 'points' });
export const time = 'Time (UTC)';
export const does = 'It is';
export const distance = 'Distance';
