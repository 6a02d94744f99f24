import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { ConnectStep } from './session-data.ts';

/** Screens on the way to the end, before the last page; `unsupported` leads away from it. */
export const PASSED_SCREENS = ['preamble', 'brand', 'login', 'grant'] as const;
export type PassedScreen = (typeof PASSED_SCREENS)[number];

/** What the steps of a session add to the counts of all sessions. */
export interface StepTally {
	readonly furthest: PassedScreen | null;
	readonly unsupported: boolean;
}

/** An owner who refused also sees a last page where there is nowhere to go back to: it counts as none. */
export function tallySteps(steps: readonly ConnectStep[]): StepTally {
	const unsupported = steps.some(({ screen }) => screen === 'unsupported');
	const reached = new Set(steps.map(({ screen }) => (screen === 'unsupported' ? 'brand' : screen)));
	return {
		furthest: PASSED_SCREENS.findLast((screen) => reached.has(screen)) ?? null,
		unsupported
	};
}

/** Stands before the name of a permission that was refused. */
const REFUSED = '-';

/** What an owner made of each optional permission, as `read_odometer -read_vin`. */
export function formatChoices(
	asked: readonly RequestedPermission[],
	refused: readonly PermissionName[]
): string {
	return asked
		.filter(({ required }) => !required)
		.map(({ name }) => (refused.includes(name) ? `${REFUSED}${name}` : name))
		.join(' ');
}

export interface Choice {
	readonly name: PermissionName;
	readonly refused: boolean;
}

/** The inverse of {@link formatChoices}; a name that is no longer known is left out. */
export function parseChoices(text: string): readonly Choice[] {
	return text.split(' ').flatMap((word) => {
		const refused = word.startsWith(REFUSED);
		const wanted = refused ? word.slice(REFUSED.length) : word;
		const name = PERMISSION_NAMES.find((known) => known === wanted);
		return name === undefined ? [] : [{ name, refused }];
	});
}
