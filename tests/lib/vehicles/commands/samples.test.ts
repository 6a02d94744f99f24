import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { sampleOf } from '#lib/vehicles/commands/samples.ts';
import { describe, expect, it } from 'vitest';
import { vehicleOf } from '../vehicles.ts';

const { state } = vehicleOf('volkswagen-id4');

describe('a sample of what is sent', () => {
	it.each(Object.entries(COMMANDS))('is what %s takes', (code, { parameters }) => {
		expect(parameters.safeParse(sampleOf(code, state)).success).toBe(true);
	});

	it('names a schedule that there is', () => {
		const plan = { kind: 'timer', type: 'START_TIME', time: '22:00' } as const;
		const schedules = [{ id: 'sched_000001', plan }];
		expect(sampleOf('charge-schedule-delete', { schedules })).toEqual({
			scheduleId: 'sched_000001'
		});
	});
});
