import { HOUR } from '../spans.ts';

/** Under what a battery is charged. */
export interface Curve {
	/** What the battery holds when it is full. */
	readonly fullKWh: number;
	readonly kind: 'AC' | 'DC';
	/** Power until it tapers off. */
	readonly kw: number;
}

/** How full a battery is when its power begins to taper off. */
const KNEE = { AC: 0.94, DC: 0.58 };
/** The taper aims a little beyond full, or full would never be reached. */
const AIM = 1.02;

/** What is in a battery after a time: in a straight line up to the knee, then ever slower. */
export function kWhAfter(curve: Curve, fromKWh: number, span: number): number {
	const { knee, aim, perHour } = taperOf(curve);
	const hours = span / HOUR;
	const straight = Math.max(knee - fromKWh, 0) / curve.kw;
	if (hours <= straight) return fromKWh + curve.kw * hours;
	const start = Math.max(fromKWh, knee);
	return aim - (aim - start) * Math.exp(-perHour * (hours - straight));
}

/** Milliseconds until a battery holds so much; 0 where it already does. */
export function spanUntil(curve: Curve, fromKWh: number, toKWh: number): number {
	if (toKWh <= fromKWh) return 0;
	const { knee, aim, perHour } = taperOf(curve);
	const straight = Math.max(Math.min(knee, toKWh) - fromKWh, 0) / curve.kw;
	if (toKWh <= knee) return Math.ceil(straight * HOUR);
	const start = Math.max(fromKWh, knee);
	return Math.ceil((straight + Math.log((aim - start) / (aim - toKWh)) / perHour) * HOUR);
}

/** Power that flows at a level of charge. */
export function kwAt(curve: Curve, kWh: number): number {
	const { knee, aim } = taperOf(curve);
	return kWh <= knee ? curve.kw : (curve.kw * (aim - kWh)) / (aim - knee);
}

function taperOf({ fullKWh, kind, kw }: Curve) {
	const [knee, aim] = [fullKWh * KNEE[kind], fullKWh * AIM];
	return { knee, aim, perHour: kw / (aim - knee) };
}
