import { checkAppOrigin } from './app-origin.ts';
import { checkCarrier } from './carrier.ts';
import { checkCharacters } from './characters.ts';
import { checkClientId } from './client-id.ts';
import { checkApprovalPrompt, checkMode, checkSingleSelect } from './closed-set.ts';
import { checkFlags } from './flags.ts';
import { checkLength } from './length.ts';
import type { LinkCheck, RequestCheck } from './link.ts';
import { checkMake, checkMakeBesideVin } from './make.ts';
import { checkOldMode } from './old-mode.ts';
import { checkOrigin } from './origin.ts';
import { checkExternalIdClears, checkIdsOfMany, checkUserReturns } from './owner-ids.ts';
import { checkPkce } from './pkce.ts';
import { checkDefaultRedirect, checkRedirect } from './redirect-uri.ts';
import { checkRepeats } from './repeats.ts';
import { checkResponseType } from './response-type.ts';
import { checkScope } from './scope.ts';
import { checkCustomPlan, checkVinFitsMode, checkVinNeedsSelect } from './single-select.ts';
import { checkStateLength, checkStateOfOne } from './state.ts';
import { checkText } from './text.ts';
import { checkVehicleId } from './vehicle-id.ts';
import { checkVinDigit, checkVinForm } from './vin.ts';

/** `sandbox`: a rule that links are not told of, since no public source says that the platform has it. */
type Row =
	| { readonly by: 'everybody'; readonly check: LinkCheck }
	| { readonly by: 'sandbox'; readonly check: RequestCheck };

const everybody = (check: LinkCheck): Row => ({ by: 'everybody', check });
const sandbox = (check: RequestCheck): Row => ({ by: 'sandbox', check });

/** Every check of a Connect link, in the order in which its findings are told. */
export const CHECKS: readonly Row[] = [
	everybody(checkText),
	everybody(checkOrigin),
	sandbox(checkRepeats),
	everybody(checkResponseType),
	sandbox(checkCarrier),
	sandbox(checkPkce),
	everybody(checkClientId),
	everybody(checkVehicleId),
	everybody(checkScope),
	everybody(checkDefaultRedirect),
	everybody(checkRedirect),
	everybody(checkStateLength),
	everybody(checkStateOfOne),
	everybody(checkApprovalPrompt),
	everybody(checkMode),
	everybody(checkOldMode),
	everybody(checkMake),
	everybody(checkMakeBesideVin),
	everybody(checkSingleSelect),
	everybody(checkCustomPlan),
	everybody(checkVinNeedsSelect),
	everybody(checkVinForm),
	everybody(checkVinFitsMode),
	everybody(checkVinDigit),
	everybody(checkFlags),
	everybody(checkUserReturns),
	everybody(checkExternalIdClears),
	everybody(checkIdsOfMany),
	everybody(checkAppOrigin),
	everybody(checkCharacters),
	everybody(checkLength)
];
