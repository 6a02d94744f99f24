import { z } from 'zod';

/** What a vehicle does, in one word. */
const DOINGS = ['driving', 'charging', 'plugged-in', 'asleep', 'parked'] as const;

/** Where a vehicle was when it began to do something else. */
export const Step = z
	.strictObject({
		at: z.number().int(),
		/** Percent of the battery, or of the tank where there is none. */
		level: z.number().min(0).max(100),
		/** What the odometer showed. */
		km: z.number().min(0),
		/** What it does from here on. */
		doing: z.enum(DOINGS)
	})
	.readonly();

export type Step = z.infer<typeof Step>;
export type Doing = Step['doing'];
