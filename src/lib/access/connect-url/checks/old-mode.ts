import { OLD_SIMULATED_MODE } from '../parameters.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkOldMode: LinkCheck = ({ parameters }) =>
	parameters.mode === OLD_SIMULATED_MODE
		? [findingAbout('mode', parameters)('note', { code: 'old-mode' })]
		: [];
