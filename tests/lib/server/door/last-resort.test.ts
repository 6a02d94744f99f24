import { surviveFaults } from '#lib/server/door/last-resort.ts';
import { log } from '#lib/server/log.ts';
import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';

const logged = vi.spyOn(log, 'error');

afterEach(() => logged.mockClear());

it.each(['uncaughtException', 'unhandledRejection'])('%s is logged, and ends nothing', (event) => {
	const events = new EventEmitter();
	surviveFaults(events);
	const fault = new Error('outside of every answer');
	events.emit(event, fault);
	expect(logged.mock.calls).toEqual([[{ err: fault }, expect.any(String)]]);
});
