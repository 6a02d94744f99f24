import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { z } from 'zod';
import { Link, Path, Uuid, VehicleAttributes } from './vehicle.ts';

const Instant = z.iso.datetime();

function connectionOf<L extends z.ZodType>(link: L) {
	return z.strictObject({
		id: Uuid,
		type: z.literal('connection'),
		attributes: z.strictObject({
			permissions: z.array(z.enum(PERMISSION_NAMES)).describe('In ascending order'),
			vehicle: VehicleAttributes,
			user: z.strictObject({ id: Uuid })
		}),
		relationships: z.strictObject({
			vehicle: z.strictObject({
				data: z.strictObject({ id: Uuid, type: z.literal('vehicle') }),
				links: z.strictObject({ related: link })
			}),
			user: z.strictObject({ data: z.strictObject({ id: Uuid, type: z.literal('user') }) })
		}),
		meta: z.strictObject({ createdAt: Instant, updatedAt: Instant }),
		links: z.strictObject({ self: link })
	});
}

const Connection = connectionOf(Link);
export const ConnectionAnswer = z.strictObject({ data: Connection });

const counts = { pageSize: z.int().positive(), totalCount: z.int().nonnegative() };

export const ConnectionsAnswer = z.strictObject({
	data: z.array(Connection).describe('The newest first'),
	meta: z.strictObject({
		pageNumber: z.int().positive(),
		...counts,
		orderBy: z.literal('createdAt'),
		orderDirection: z.literal('DESC')
	}),
	links: z.strictObject({
		self: Link,
		first: Link,
		prev: Link.nullable(),
		next: Link.nullable(),
		last: Link
	})
});

/** A connection as it was in 2025. */
export const ConnectionOf2025 = connectionOf(Path);

export const ConnectionsOf2025 = z.strictObject({
	data: z.array(ConnectionOf2025),
	meta: z.strictObject({ page: z.int().positive(), ...counts }),
	links: z.strictObject({
		self: Path,
		first: Path,
		previous: Path.nullable(),
		next: Path.nullable(),
		last: Path
	})
});
