import { z } from 'zod';
import { SignalError, SignalErrorOf2025 } from './error.ts';
import { Link, Path, Vehicle, VehicleOf2025 } from './vehicle.ts';

const Instant = z.iso.datetime();
const Milliseconds = z.int().nonnegative();

const SignalCode = z.string().regex(/^[a-z]+-[a-z]+$/);

const Body = z
	.record(z.string(), z.unknown())
	.describe('In metric units and the form of 2026 it follows the schema Body.{code}');

function signalOf<Failure extends z.ZodType>(failure: Failure) {
	return {
		code: SignalCode,
		name: z.string().describe('The second part of the code, as words run together'),
		group: z.string().describe('The first part'),
		status: z.discriminatedUnion('value', [
			z.strictObject({ value: z.literal('SUCCESS') }),
			z.strictObject({ value: z.literal('ERROR'), error: failure })
		]),
		body: Body.optional().describe(
			'Absent where there is nothing to tell; beside an error of state, what was told before it'
		)
	};
}

const Signal = z.strictObject({
	id: SignalCode,
	type: z.literal('signal'),
	attributes: z.strictObject(signalOf(SignalError)),
	meta: z.strictObject({
		ingestedAt: Instant.describe('From when on a read could see it'),
		retrievedAt: Instant.optional().describe('When the platform fetched it'),
		oemUpdatedAt: Instant.optional().describe('When the vehicle said so')
	}),
	links: z.strictObject({ self: Link })
});

const included = { included: z.strictObject({ vehicle: Vehicle }) };

export const SignalAnswer = z.strictObject({ data: Signal, ...included });

export const SignalsAnswer = z.strictObject({
	data: z.array(Signal).describe('In ascending order of code, all on one page'),
	meta: z.strictObject({
		totalCount: z.int().nonnegative(),
		pageSize: z.int().nonnegative(),
		pageNumber: z.literal(1)
	}),
	links: z.strictObject({ self: Link }),
	...included
});

/** A signal as it was in 2025. */
export const SignalOf2025 = z.strictObject({
	id: SignalCode,
	type: z.literal('signal'),
	attributes: z.strictObject(signalOf(SignalErrorOf2025)),
	meta: z.strictObject({ retrievedAt: Milliseconds, oemUpdatedAt: Milliseconds }),
	links: z.strictObject({ self: Path })
});

export const SignalsOf2025 = z.strictObject({
	data: z.array(SignalOf2025),
	meta: z.strictObject({
		totalCount: z.int().nonnegative(),
		pageSize: z.int().nonnegative(),
		page: z.literal(1)
	}),
	links: z.strictObject({ self: Path }),
	included: z.strictObject({ vehicle: VehicleOf2025 })
});
