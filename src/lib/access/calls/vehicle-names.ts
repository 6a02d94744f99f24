/** `tesla = new Vehicle(…`, `tesla := client.NewVehicle(…`, `tesla = Smartcar::Vehicle.new(…` */
const MADE =
	/([\w$@]{1,60})\s{0,20}(?::\s{0,20}[\w.*]{1,60}\s{0,20})?:?=\s{0,40}(?:await\s{1,20})?(?:new\s{1,20})?&?(?:\w{1,40}(?:\.|::)){0,3}(?:New|get|Get)?Vehicle(?:\.new)?\b/g;

/** `tesla: Vehicle`, `tesla *smartcar.Vehicle` */
const TYPED = /([\w$]{1,60})(?::\s{0,20}|\s{1,20}\*)(?:\w{1,40}\.){0,2}Vehicle\b/g;

/** `Vehicle tesla` */
const DECLARED = /\bVehicle\s{1,20}([\w$]{1,60})\b/g;

/** The names of a program that hold a vehicle, whatever they are. */
export function vehicleNames(code: string): ReadonlySet<string> {
	const names = [MADE, TYPED, DECLARED].flatMap((pattern) =>
		[...code.matchAll(pattern)].map(([, name = '']) => name)
	);
	return new Set(names);
}

/** Whether a name tells that it holds one. */
export function isVehicleName(name: string): boolean {
	return /vehicle|cars?$/i.test(name);
}
