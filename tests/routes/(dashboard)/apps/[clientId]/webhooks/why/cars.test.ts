import { expect, test } from 'vitest';
import { carsOf } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/why/cars.ts';

const TESLA = { vehicleId: 'a', name: 'Tesla Model 3 2019' };
const KIA = { vehicleId: 'b', name: 'Kia EV6 2022' };

test('a car that is connected twice can be chosen once', () => {
	expect(carsOf([TESLA, KIA, TESLA], null)).toEqual([TESLA, KIA]);
});

test('a car that is asked about can be chosen wherever it stands', () => {
	expect(carsOf([TESLA], KIA)).toEqual([KIA, TESLA]);
	expect(carsOf([TESLA, KIA], KIA)).toEqual([TESLA, KIA]);
	expect(carsOf([TESLA], { ...KIA, vehicleId: null })).toEqual([TESLA]);
});
