import { MAKES } from '#lib/access/catalog/makes.ts';
import { simulatedModel } from '#lib/connect/simulated-models.ts';
import { describe, expect, it } from 'vitest';

describe('simulatedModel', () => {
	it.each([
		['CHEVROLET', 0, 'Volt', 2019],
		['CHEVROLET', 1, 'Bolt', 2020],
		['CHEVROLET', 2, 'Volt', 2021],
		['CHEVROLET', 5, 'Bolt', 2019],
		['MINI', 4, 'Cooper SE', 2023],
		['NO_SUCH_BRAND', 0, 'Model', 2019]
	])('of %s, number %d, is the %s of %d', (make, index, model, year) => {
		expect(simulatedModel(make, index)).toEqual({ model, year });
	});

	it('knows a model of every brand', () => {
		const unknown = MAKES.filter(({ key }) => simulatedModel(key, 0).model === 'Model');
		expect(unknown).toEqual([]);
	});
});
