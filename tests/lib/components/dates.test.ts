import { describe, expect, it } from 'vitest';
import { datesIn, formatClock, formatDay } from '../../../src/lib/components/dates.ts';

describe('formatClock', () => {
	it.each(['00:00', '00:05', '09:30', '12:00', '13:07', '23:59'])(
		'writes %s as Intl does',
		(time) => {
			const at = new Date(`2026-11-27T${time}:31`).getTime();
			expect(formatClock(at)).toBe(time);
			expect(formatClock(at)).toBe(datesIn({ timeStyle: 'short' }).format(at));
		}
	);
});

describe('formatDay', () => {
	it('writes a day that is the same in every zone', () => {
		expect(formatDay('2026-12-01')).toBe('1 December 2026');
	});
});
