import { checkVinDigit } from '#lib/access/connect-url/checks/vin.ts';
import { expect, it } from 'vitest';

const found = (singleSelectVin: string) =>
	checkVinDigit({ parameters: { singleSelectVin } }, { makes: [] });

it.each([
	['a digit', '5YJSA1E14FF101307'],
	['an X', '1M8GDM9AXKP042788'],
	['a small x', '1m8gdm9axkp042788'],
	['any digit, of a simulated vehicle', '0SCAUDZ037A5ADB1C']
])('the check digit may be %s', (_, vin) => {
	expect(found(vin)).toEqual([]);
});

it('the check digit is told beside what it should be', () => {
	expect(found('5YJSA1E19FF101307')).toMatchObject([
		{ found: '9', expected: '4', compulsory: true }
	]);
	expect(found('WVWZZZ1JZXW000001')).toMatchObject([{ severity: 'note', compulsory: false }]);
});
