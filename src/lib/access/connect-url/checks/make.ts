import { findMake, nearestMake } from '../../catalog/find-make.ts';
import { findingAbout, type LinkFinding } from './finding.ts';
import type { LinkCheck } from './link.ts';

/** An unknown one opens all the same: the owner reads that the brand is not supported. */
export const checkMake: LinkCheck = ({ parameters }, { makes }) => {
	const { make } = parameters;
	if (make === undefined) return [];
	const finding = findingAbout('make', parameters);
	const known = findMake(make, makes);
	if (!known) {
		return [finding('error', { code: 'unknown-make', make, near: nearestMake(make, makes) })];
	}
	const { key, confirmed } = known;
	const findings: LinkFinding[] = [];
	if (key !== make) findings.push(finding('warning', { code: 'make-form', key }));
	if (!confirmed) findings.push(finding('note', { code: 'make-unconfirmed', key }));
	return findings;
};

/** The VIN decides the brand. */
export const checkMakeBesideVin: LinkCheck = ({ parameters }) =>
	parameters.make === undefined || parameters.singleSelectVin === undefined
		? []
		: [findingAbout('make', parameters)('warning', { code: 'make-ignored' })];
