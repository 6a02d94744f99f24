interface Car {
	readonly vehicleId: string;
	readonly name: string;
}

/**
 * Those that can be chosen, each once: an application may be connected with one both as a real
 * vehicle and as a simulated one. One that is asked about is among them, wherever it stands.
 */
export function carsOf(
	listed: readonly Car[],
	asked: { readonly vehicleId: string | null; readonly name: string } | null
): readonly Car[] {
	const names = new Map(listed.map(({ vehicleId, name }) => [vehicleId, name]));
	const cars = Array.from(names, ([vehicleId, name]) => ({ vehicleId, name }));
	if (!asked || asked.vehicleId === null) return cars;
	const { vehicleId, name } = asked;
	return names.has(vehicleId) ? cars : [{ vehicleId, name }, ...cars];
}
