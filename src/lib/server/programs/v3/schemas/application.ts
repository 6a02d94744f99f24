import { z } from 'zod';
import { Link, Uuid } from './vehicle.ts';

const Application = z.strictObject({
	id: Uuid.describe('The client id'),
	type: z.literal('application'),
	attributes: z.strictObject({ name: z.string() }),
	links: z.strictObject({ self: Link })
});

export const ApplicationAnswer = z.strictObject({ data: Application });

export const ApplicationsAnswer = z.strictObject({
	data: z.array(Application).length(1),
	meta: z.strictObject({
		pageNumber: z.literal(1),
		pageSize: z.literal(1),
		totalCount: z.literal(1)
	}),
	links: z.strictObject({ self: Link })
});
