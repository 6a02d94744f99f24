import type { Doing, Step } from '#lib/vehicles/trail/schema.ts';
import { formatNumber } from '#lib/access/language/english.ts';
import { formatRehearsal } from '../../../../../../rehearsal-time.ts';
import * as common from '../../common/words.en.ts';
import * as page from '../words.en.ts';
import * as words from './words.en.ts';

/** A stretch in which a vehicle did one thing; shares of the width from 0 to 100. */
interface Stretch {
	readonly doing: Doing;
	readonly label: string;
	readonly from: number;
	readonly width: number;
}

/** One point of both plots, as the table says it. */
export interface PlotPoint {
	readonly at: number;
	readonly time: string;
	readonly doing: string;
	readonly level: string;
	readonly km: string;
}

export interface Plot {
	/** Points of the lines in shares of width and height: `x,y x,y`. */
	readonly level: string;
	readonly distance: string;
	/** Where the lines end, in shares of the height from the top. */
	readonly ends: { readonly level: number; readonly distance: number };
	/** Where the line of the charge limit lies, from the top; null where there is none. */
	readonly limit: number | null;
	readonly stretches: readonly Stretch[];
	/** Hours below it, with their place. */
	readonly ticks: readonly { readonly at: number; readonly label: string }[];
	/** Top of the scale of distance. */
	readonly mostKm: number;
	readonly drivenKm: string;
	readonly points: readonly PlotPoint[];
	/** Both plots in one sentence. */
	readonly description: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TICK = 4 * HOUR;

/**
 * Charge and distance of the last day, ready to be drawn. Both share the time, which goes to the
 * right; heights are shares from the top.
 *
 * @param steps from the begin of the span until now, one at either end
 * @param limit percent at which charging ends; null for a vehicle without a battery
 */
export function plotOf(steps: readonly Step[], limit: number | null): Plot {
	const [first, now] = [steps.at(0), steps.at(-1)];
	if (!first || !now) throw new TypeError('A plot needs a point');
	const from = now.at - DAY;
	const x = (at: number) => round(((at - from) / DAY) * 100);
	const driven = now.km - first.km;
	const mostKm = niceTop(driven);
	const line = (y: (step: Step) => number) =>
		steps.map((step) => `${x(step.at)},${round(y(step))}`).join(' ');
	const levelY = ({ level }: Step) => 100 - level;
	const distanceY = ({ km }: Step) => 100 - ((km - first.km) / mostKm) * 100;
	return {
		level: line(levelY),
		distance: line(distanceY),
		ends: { level: round(levelY(now)), distance: round(distanceY(now)) },
		limit: limit === null ? null : 100 - limit,
		stretches: stretchesOf(steps, x),
		ticks: ticksOf(from, now.at).map((at) => ({ at: x(at), label: formatRehearsal(at).clock })),
		mostKm,
		drivenKm: words.km(formatNumber(Math.round(driven))),
		points: pointsOf(steps, first.km),
		description: words.describePlot({
			from: Math.round(first.level),
			to: Math.round(now.level),
			driven: formatNumber(Math.round(driven))
		})
	};
}

function stretchesOf(steps: readonly Step[], x: (at: number) => number): readonly Stretch[] {
	const stretches: Stretch[] = [];
	for (const [index, { at, doing }] of steps.entries()) {
		const next = steps[index + 1];
		const width = next ? round(x(next.at) - x(at)) : 0;
		if (width === 0) continue;
		const last = stretches.at(-1);
		if (last?.doing === doing) {
			stretches[stretches.length - 1] = { ...last, width: round(last.width + width) };
		} else stretches.push({ doing, label: common.DOINGS[doing], from: x(at), width });
	}
	return stretches;
}

function pointsOf(steps: readonly Step[], firstKm: number): readonly PlotPoint[] {
	return steps.map(({ at, doing, level, km }) => ({
		at,
		time: formatRehearsal(at).short,
		doing: common.DOINGS[doing],
		level: page.percent(formatNumber(Math.round(level))),
		km: words.km(formatNumber(Math.round((km - firstKm) * 10) / 10))
	}));
}

function ticksOf(from: number, to: number): readonly number[] {
	const first = Math.ceil(from / TICK) * TICK;
	return Array.from({ length: Math.floor((to - first) / TICK) + 1 }, (_, n) => first + n * TICK);
}

/** The least number of kilometres that a scale may well end with. */
export function niceTop(km: number): number {
	const steps = [10, 20, 40, 50, 80, 100];
	for (let factor = 1; ; factor *= 10) {
		const top = steps.find((step) => step * factor >= km);
		if (top !== undefined) return top * factor;
	}
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
