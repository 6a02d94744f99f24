import { expect, it } from 'vitest';
import { TypedText } from '../../../src/routes/(dashboard)/typed-text.ts';

it('shows what the address says before anything is typed', () => {
	expect(new TypedText().shown('battery')).toBe('battery');
});

it('keeps what was typed on while the address was written', () => {
	const text = new TypedText();
	text.type('state');
	expect(text.write()).toBe('state');
	text.type('state of c');
	expect(text.shown('state')).toBe('state of c');
});

it('follows an address that leads elsewhere', () => {
	const text = new TypedText();
	text.type('state');
	text.write();
	expect(text.shown('')).toBe('');
	expect(text.shown('odometer')).toBe('odometer');
});
