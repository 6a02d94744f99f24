import { quote } from '../characters.ts';
import { findMake, nearestMake } from '../catalog/find-make.ts';
import { nearest } from '../nearest.ts';
import { checkClosedSet } from './check-owner.ts';
import { findingAbout, type ConnectFinding, type ConnectRule } from './finding.ts';
import { KNOWN_FLAGS, parseFlags } from './flags.ts';
import { isSimulatedMode } from './parameters.ts';
import {
	CHECK_DIGIT_POSITION,
	isSimulatedVin,
	requiresCheckDigit,
	VIN_LENGTH,
	vinCheckDigit
} from './vin.ts';

/** Flags that are described one by one. */
const MAX_FLAGS_DESCRIBED = 20;

export const checkMake: ConnectRule = (parameters, { makes }) => {
	const { make, singleSelectVin } = parameters;
	if (make === undefined) return [];
	const finding = findingAbout('make', parameters);
	const findings: ConnectFinding[] = [];
	const known = findMake(make, makes);
	if (!known) {
		const near = nearestMake(make, makes);
		findings.push(
			finding(
				'error',
				'unknown-make',
				`${quote(make)} is no known brand; ${near ? `did you mean “${near}”?` : 'pick one from the list of brands.'}`
			)
		);
	} else if (known.key !== make) {
		findings.push(
			finding('warning', 'make-form', `Brands are written in capitals: “${known.key}”.`)
		);
	}
	if (known && !known.confirmed) {
		findings.push(
			finding(
				'note',
				'make-unconfirmed',
				`No public source confirms the spelling “${known.key}”; open the link once to see.`
			)
		);
	}
	if (singleSelectVin !== undefined) {
		findings.push(
			finding('warning', 'ignored', 'It is ignored, since single_select_vin decides; leave it out.')
		);
	}
	return findings;
};

export const checkSingleSelect: ConnectRule = (parameters) => [
	...checkClosedSet('singleSelect', parameters),
	...(parameters.singleSelect === 'true'
		? [
				findingAbout('singleSelect', parameters)(
					'note',
					'custom-plan',
					'Only the Custom plan offers it; on other plans leave it out.'
				)
			]
		: [])
];

export const checkSingleSelectVin: ConnectRule = (parameters) => {
	const { singleSelectVin: vin, singleSelect } = parameters;
	if (vin === undefined) return [];
	const finding = findingAbout('singleSelectVin', parameters);
	const findings: ConnectFinding[] = [];
	if (singleSelect !== 'true') {
		findings.push(
			finding('error', 'needs-single-select', 'It needs single_select=true beside it; add that.')
		);
	}
	const form = vinFault(vin);
	if (form) findings.push(finding('error', form.code, form.message));
	if (isSimulatedVin(vin)) {
		if (!isSimulatedMode(parameters)) {
			findings.push(
				finding(
					'error',
					'simulated-vin',
					'This VIN belongs to a simulated vehicle, which live mode refuses; write mode=simulated.'
				)
			);
		}
		return findings;
	}
	const expected = vinCheckDigit(vin);
	const found = vin.charAt(CHECK_DIGIT_POSITION - 1).toUpperCase();
	if (expected !== null && expected !== found) {
		const fault = `Character ${CHECK_DIGIT_POSITION}, the check digit, is “${found}” where the others make it “${expected}”`;
		findings.push(
			requiresCheckDigit(vin)
				? finding(
						'warning',
						'vin-check-digit',
						`${fault}; compare the VIN with the vehicle’s papers.`
					)
				: finding(
						'note',
						'vin-check-digit',
						`${fault}. Many makers outside North America do not use one; compare the VIN with the vehicle’s papers.`
					)
		);
	}
	return findings;
};

function vinFault(vin: string): { code: string; message: string } | null {
	const { length } = [...vin];
	if (length !== VIN_LENGTH) {
		const message = `A VIN has ${VIN_LENGTH} characters, this one has ${length}; write all of them without spaces.`;
		return { code: 'vin-length', message };
	}
	const allowed = isSimulatedVin(vin) ? /[^A-Z0-9]/i : /[^A-HJ-NPR-Z0-9]/i;
	const wrong = allowed.exec(vin);
	if (!wrong) return null;
	const hint = /[IOQ]/i.test(wrong[0])
		? 'the letters I, O and Q do not occur; write 1 or 0'
		: 'write letters and digits only';
	const message = `Character ${wrong.index + 1} is ${quote(wrong[0])}: ${hint}.`;
	return { code: 'vin-characters', message };
}

export const checkFlags: ConnectRule = (parameters) => {
	if (parameters.flags === undefined) return [];
	const finding = findingAbout('flags', parameters);
	const seen = new Set<string>();
	const words = parseFlags(parameters.flags).slice(0, MAX_FLAGS_DESCRIBED);
	return words.flatMap((word) => {
		if (!word.ok) {
			const message = `${quote(word.word)} is no flag; write name:value with a space between two, e.g. country:DE.`;
			return [finding('error', 'flag-form', message)];
		}
		const { flag } = word;
		if (seen.has(flag.name)) {
			return [
				finding('error', 'flag-repeated', `${quote(flag.name)} stands twice; write it once.`)
			];
		}
		seen.add(flag.name);
		if (flag.value === null) {
			const message = `${quote(flag.name)} has no value and does nothing by itself; write ${flag.name}:value, or leave it out.`;
			return [finding('warning', 'flag-without-value', message)];
		}
		const fault = flagFault(flag.name, flag.value);
		if (fault) return [finding('error', 'flag-value', fault)];
		const names = KNOWN_FLAGS.map(({ name }) => name);
		if (names.includes(flag.name)) return [];
		const near = nearest(flag.name, names);
		const hint = near
			? `did you mean “${near}”?`
			: 'it works only if the platform agreed it for this application.';
		return [
			finding('note', 'unknown-flag', `${quote(flag.name)} is not publicly documented; ${hint}`)
		];
	});
};

function flagFault(name: string, value: string): string | null {
	if (name === 'country') {
		if (value === 'UK') return '“UK” is no country code; write country:GB.';
		if (/^[A-Z]{2}$/.test(value)) return null;
		if (/^[a-z]{2}$/i.test(value)) {
			return `A country is two capital letters; write country:${value.toUpperCase()}.`;
		}
		return `${quote(value)} is no country code; write two capital letters, e.g. country:DE.`;
	}
	if (name === 'color' && !/^[0-9a-f]{6}$/i.test(value)) {
		return `${quote(value)} is no colour; write six hexadecimal digits without “#”, e.g. color:00819D.`;
	}
	return null;
}
