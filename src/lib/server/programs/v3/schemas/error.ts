import { z } from 'zod';

const ErrorType = z.string().regex(/^[A-Z_]+$/);
const ErrorCode = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

/** What may help; `UNKNOWN_RESOLUTION_TYPE` where nothing is said. */
const Resolution = z.strictObject({
	type: z
		.string()
		.describe(
			'REAUTHENTICATE, RETRY_LATER, CONTACT_SUPPORT, ACTION_REQUIRED or UNKNOWN_RESOLUTION_TYPE'
		),
	url: z.url().optional().describe('Where the owner is to go')
});

/** Why a call was refused. */
export const ErrorAnswer = z.strictObject({
	errors: z
		.array(
			z.strictObject({
				status: z
					.string()
					.regex(/^[45]\d\d$/)
					.describe('The status of the answer, as text'),
				type: ErrorType,
				code: ErrorCode.nullable(),
				title: z.string().min(1).describe('The code as words'),
				detail: z.string().min(1).describe('What is wrong, and what to do'),
				resolution: Resolution,
				suggestedUserMessage: z
					.string()
					.nullable()
					.describe('What the app may tell its user; null where only the developer can help'),
				links: z.strictObject({ about: z.url().describe('Where the platform explains it') }),
				meta: z.strictObject({ debug: z.strictObject({ requestId: z.uuid() }) })
			})
		)
		.length(1)
});

const signalError = {
	type: ErrorType,
	code: ErrorCode,
	description: z.string(),
	resolution: Resolution
};

/** Why a signal has no value, or an old one. */
export const SignalError = z.strictObject({
	...signalError,
	title: z.string(),
	detail: z.string()
});

/** The same as it was in 2025. */
export const SignalErrorOf2025 = z.strictObject(signalError);
