import { parseScope } from '../../scope.ts';
import { findingAbout } from './finding.ts';
import type { LinkCheck } from './link.ts';

export const checkScope: LinkCheck = ({ parameters }) => {
	const { scope } = parameters;
	if (scope === undefined) return [];
	const finding = findingAbout('scope', parameters);
	const { permissions, problems, warnings } = parseScope(scope);
	if (permissions.length === 0 && problems.length === 0) {
		return [finding('warning', { code: 'empty-scope' })];
	}
	return [
		...problems.map((fault) => finding('error', { code: 'scope-word', fault })),
		...warnings.map((fault) => finding('warning', { code: 'scope-word', fault }))
	];
};
