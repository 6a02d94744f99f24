import { describe } from 'vitest';
import { type Case, table } from './check-table.ts';

describe('the make', () => {
	const unconfirmed =
		'note make make-unconfirmed: No public source confirms the spelling “LAND_ROVER”; open the link once to see.';
	table([
		[{ make: 'TESLA' }, []],
		[{ make: 'LAND_ROVER' }, [unconfirmed]],
		...['LAND ROVER', 'land-rover', 'Land_Rover'].map((make): Case => [
			{ make },
			['warning make make-form: Brands are written in capitals: “LAND_ROVER”.', unconfirmed]
		]),
		[{ make: 'Citroën' }, ['warning make make-form: Brands are written in capitals: “CITROEN”.']],
		[
			{ make: 'TESLLA' },
			['error make unknown-make: “TESLLA” is no known brand; did you mean “TESLA”?']
		],
		[
			{ make: 'ZZZZZZ' },
			['error make unknown-make: “ZZZZZZ” is no known brand; pick one from the list of brands.']
		]
	]);
});

describe('the VIN', () => {
	const one = { singleSelect: 'true' };
	const plan =
		'note single_select custom-plan: Only the Custom plan offers it; on other plans leave it out.';
	const vin = 'single_select_vin';
	table([
		[{ ...one, singleSelectVin: '5YJSA1E14FF101307' }, [plan]],
		[
			{ singleSelectVin: '5YJSA1E14FF101307' },
			[`error ${vin} needs-single-select: It needs single_select=true beside it; add that.`]
		],
		[
			{ ...one, singleSelectVin: '5YJSA1E14FF101307', make: 'TESLA' },
			[
				'warning make make-ignored: It is ignored, since single_select_vin decides; leave it out.',
				plan
			]
		],
		[
			{ ...one, singleSelectVin: '5YJSA1E15FF101307' },
			[
				`warning ${vin} vin-check-digit: Character 9, the check digit, is “5” where the others make it “4”; compare the VIN with the vehicle’s papers.`,
				plan
			]
		],
		[
			{ ...one, singleSelectVin: 'WVWZZZ1JZ3W386752' },
			[
				plan,
				`note ${vin} vin-check-digit: Character 9, the check digit, is “Z” where the others make it “9”. Many makers outside North America do not use one; compare the VIN with the vehicle’s papers.`
			]
		],
		[
			{ ...one, singleSelectVin: '5YJSA1E14FF10130' },
			[
				`error ${vin} vin-length: A VIN has 17 characters, this one has 16; write all of them without spaces.`,
				plan
			]
		],
		[
			{ ...one, singleSelectVin: '5YJSA1E14FF10130O' },
			[
				`error ${vin} vin-characters: Character 17 is “O”: the letters I, O and Q do not occur; write 1 or 0.`,
				plan
			]
		],
		[
			{ ...one, singleSelectVin: '5YJSA1E14-F101307' },
			[`error ${vin} vin-characters: Character 10 is “-”: write letters and digits only.`, plan]
		],
		[
			{ ...one, singleSelectVin: '0SCAUDI037A5ADB1C' },
			[
				`error ${vin} simulated-vin: This VIN belongs to a simulated vehicle, which live mode refuses; write mode=simulated.`,
				plan
			]
		],
		...['simulated', 'test'].map((mode): Case => [
			{ ...one, singleSelectVin: '0SCAUDI037A5ADB1C', mode },
			mode === 'test'
				? ['note mode old-mode: “test” is the older name; write mode=simulated.', plan]
				: [plan]
		])
	]);
});

describe('flags', () => {
	const form = (word: string) =>
		`error flags flag-form: “${word}” is no flag; write name:value with a space between two, e.g. country:DE.`;
	const bare = (word: string) =>
		`warning flags flag-without-value: “${word}” has no value and does nothing by itself; write ${word}:value, or leave it out.`;
	const unknown = (word: string) =>
		`note flags unknown-flag: “${word}” is not publicly documented; it works only if the platform agreed it for this application.`;
	table([
		[{ flags: 'country:GB color:00819D tesla_auth:true' }, []],
		[{ flags: 'country' }, [bare('country')]],
		[{ flags: 'country: DE' }, [form('country:'), bare('DE')]],
		[{ flags: 'flag:suboption feature3' }, [bare('feature3'), unknown('flag')]],
		[{ flags: 'a:b:c' }, [form('a:b:c')]],
		[{ flags: 'country:DE,color:00819D' }, [form('country:DE,color:00819D')]],
		[
			{ flags: 'country:de' },
			['error flags flag-value: A country is two capital letters; write country:DE.']
		],
		[
			{ flags: 'country:UK' },
			['error flags flag-value: “UK” is no country code; write country:GB.']
		],
		[
			{ flags: 'country:DEU' },
			[
				'error flags flag-value: “DEU” is no country code; write two capital letters, e.g. country:DE.'
			]
		],
		[
			{ flags: 'color:#00819D' },
			[
				'error flags flag-value: “#00819D” is no colour; write six hexadecimal digits without “#”, e.g. color:00819D.'
			]
		],
		[
			{ flags: 'contry:DE' },
			['note flags unknown-flag: “contry” is not publicly documented; did you mean “country”?']
		],
		[
			{ flags: 'pizza:true' },
			[
				'note flags unknown-flag: “pizza” is not publicly documented; it works only if the platform agreed it for this application.'
			]
		],
		[
			{ flags: 'country:DE country:GB' },
			['error flags flag-repeated: “country” stands twice; write it once.']
		]
	]);
});
