import { signInAgainUrl } from '#lib/server/programs/sign-in-again.ts';
import { expect, it } from 'vitest';

const origin = 'http://127.0.0.1:4600';
const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const vehicleId = '36ab27d0-fd9d-4455-823a-ce30af709ffc';

it.each([
	['live', ''],
	['simulated', '&mode=simulated']
] as const)('names all that the page needs of a %s connection', (mode, more) => {
	expect(signInAgainUrl(origin, { clientId, vehicleId, mode })).toBe(
		`${origin}/oauth/reauthenticate?response_type=vehicle_id&client_id=${clientId}&vehicle_id=${vehicleId}${more}`
	);
});
