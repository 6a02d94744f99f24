import type { SignalBody } from '#lib/vehicles/signals/signal.ts';

/** Units by the names that the documents of 2025 gave them, where these are others. */
const NAMES: Readonly<Record<string, string>> = {
	percent: 'percentage',
	km: 'kilometers',
	'km/h': 'kph',
	kWh: 'kilowatt_hours',
	ampere: 'amps'
};

export function inWordsOf2025(body: SignalBody): SignalBody {
	const unit = typeof body.unit === 'string' ? NAMES[body.unit] : undefined;
	return unit === undefined ? body : { ...body, unit };
}
