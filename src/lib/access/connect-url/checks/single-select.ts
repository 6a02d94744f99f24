import { isSimulatedMode } from '../parameters.ts';
import { isSimulatedVin } from '../vin.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkCustomPlan: LinkCheck = ({ parameters }) =>
	parameters.singleSelect === 'true'
		? [findingAbout('singleSelect', parameters)('note', { code: 'custom-plan' })]
		: [];

export const checkVinNeedsSelect: LinkCheck = ({ parameters }) =>
	parameters.singleSelectVin === undefined || parameters.singleSelect === 'true'
		? []
		: [findingAbout('singleSelectVin', parameters)('error', { code: 'needs-single-select' })];

export const checkVinFitsMode: LinkCheck = ({ parameters }) =>
	isSimulatedVin(parameters.singleSelectVin ?? '') && !isSimulatedMode(parameters)
		? [findingAbout('singleSelectVin', parameters)('error', { code: 'simulated-vin' })]
		: [];
