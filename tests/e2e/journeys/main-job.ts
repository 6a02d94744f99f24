import { expect } from '@playwright/test';
import { CHARGE, CHARGING, ODOMETER, SCOPE } from '../support/picker.ts';
import {
	button,
	field,
	link,
	row,
	rowBox,
	rowSwitch,
	type Target,
	type Visitor
} from './visitor.ts';

/** The main job, from a new application to its first token; gives the path of the application. */
export type Journey = (visitor: Visitor, name: string) => Promise<string>;

const PUBLISH = link(/^Publish/);
const PRESET = 'required:read_battery read_charge control_charge';
const PRESET_REQUIRED = 'required:read_battery required:read_charge control_charge';

/** Starts from a purpose, and copies the link on the page. */
export const byMouse: Journey = async (visitor, name) => {
	await visitor.open('/');
	await visitor.fill(field('Name'), name);
	await visitor.click(button('Create application'));
	await visitor.click(button('Use Smart charging'));
	await shows(visitor, PRESET);
	await visitor.click(rowSwitch(CHARGING));
	await shows(visitor, PRESET_REQUIRED);
	await fits(visitor);

	await visitor.click(PUBLISH);
	await visitor.fill(field('Reason'), 'First release');
	await fits(visitor);
	await visitor.click(button('Publish version 1'));
	await says(visitor, 'Version 1 is published');

	await visitor.click(button('Close'));
	await visitor.click(button('Copy link'));
	await hasCopied(visitor, PRESET_REQUIRED);
	await visitor.click(link('Share Connect Link'));
	await consent(await inSandbox(visitor, PRESET_REQUIRED), mouse);
	return pathOf(visitor);
};

/** Searches, ticks, requires, takes back, and touches nothing but keys. */
export const byKeyboard: Journey = async (visitor, name) => {
	const search: Target = { role: 'searchbox' };
	const { act, write } = keyboard(visitor);
	await visitor.open('/');
	await act(link('Skip to creating an application'));
	await write(field('Name'), name);
	await visitor.press('Enter');
	await says(visitor, 'Start from a purpose');

	await visitor.press('/');
	await visitor.tabTo(search);
	await visitor.type('state of charge');
	await expect.poll(() => visitor.textOf(row(ODOMETER))).toBe('');
	await visitor.tabTo(rowBox(CHARGE));
	await visitor.press('Space', 'r');
	await shows(visitor, 'required:read_battery');
	await visitor.press('Enter');
	await says(visitor, 'Evidence');
	await visitor.press('Escape', 'Control+a');
	await visitor.type('odometer');
	await visitor.tabTo(rowBox(ODOMETER));
	await visitor.press('Space');
	await shows(visitor, 'required:read_battery read_odometer');
	await visitor.press('Control+z');
	await shows(visitor, 'required:read_battery');
	await visitor.press('Control+Shift+z');
	await shows(visitor, 'required:read_battery read_odometer');

	await act(PUBLISH, 'Shift+Tab');
	await write(field('Reason'), 'First release');
	await act(button('Publish version 1'));
	await says(visitor, 'Version 1 is published');

	await visitor.press('Escape');
	await act(button('Copy link'));
	await hasCopied(visitor, 'required:read_battery read_odometer');
	await act(link('Share Connect Link'), 'Shift+Tab');
	await consent(await inSandbox(visitor, 'required:read_battery read_odometer'), keyboard);
	return pathOf(visitor);
};

/** Plain forms, from the first to the last. */
export const withoutScript: Journey = async (visitor, name) => {
	const save: Target = { role: 'button', name: 'Save', within: '#picker .save' };
	await visitor.open('/');
	await visitor.fill(field('Name'), name);
	await visitor.click(button('Create application'));
	for (const code of [CHARGE, CHARGING, ODOMETER]) await visitor.click(rowBox(code));
	await visitor.click(save);
	await shows(visitor, 'read_battery read_charge read_odometer');
	await visitor.click(rowSwitch(CHARGE));
	await shows(visitor, SCOPE);

	await visitor.click(PUBLISH);
	await visitor.fill(field('Reason'), 'First release');
	await visitor.click(button('Publish version 1'));
	await says(visitor, 'Version 1 is published');

	const path = pathOf(visitor);
	await visitor.open(`${path}/share`);
	await consent(await inSandbox(visitor, SCOPE), mouse);
	return path;
};

interface Hands {
	/** @param key that leads there, where it takes one */
	act(target: Target, key?: string): Promise<void>;
	write(target: Target, text: string): Promise<void>;
}

const mouse = (visitor: Visitor): Hands => ({
	act: (target) => visitor.click(target),
	write: (target, text) => visitor.fill(target, text)
});

const keyboard = (visitor: Visitor): Hands => ({
	act: async (target, key) => {
		await visitor.tabTo(target, key);
		await visitor.press('Enter');
	},
	write: async (target, text) => {
		await visitor.tabTo(target);
		await visitor.type(text);
	}
});

/** From a sandbox link to the tokens: the owner signs in and allows, the app exchanges the code. */
async function consent(visitor: Visitor, hands: (visitor: Visitor) => Hands): Promise<void> {
	const { act, write } = hands(visitor);
	await act(button('Continue'));
	await act(button('Chevrolet'));
	await write(field('E-mail or phone'), 'anna@example.com');
	await write(field('Password'), 'password');
	await act(button('Sign in'));
	await fits(visitor);
	await act(button('Allow access'));
	await says(visitor, 'The state is the one that this browser began with.');
	await act(button('Exchange the code'));
	await says(visitor, 'the answer names no scope');
	await fits(visitor);
}

const scopeIn = (address: string): string | null =>
	URL.parse(address, 'http://localhost')?.searchParams.get('scope') ?? null;

const hasCopied = (visitor: Visitor, asked: string): Promise<void> =>
	expect.poll(async () => scopeIn(await visitor.copied())).toBe(asked);

async function inSandbox(visitor: Visitor, asked: string): Promise<Visitor> {
	const address = await visitor.leadsTo(link('Open in sandbox'));
	expect(scopeIn(address)).toBe(asked);
	return visitor.openBeside(address);
}

const pathOf = (visitor: Visitor): string =>
	/\/apps\/[0-9a-f-]{36}/.exec(visitor.address())?.[0] ?? '';

/** The draft asks for a scope. */
const shows = (visitor: Visitor, scope: string): Promise<void> =>
	expect.poll(() => visitor.textOf('output')).toBe(scope);

const says = (visitor: Visitor, text: string): Promise<void> =>
	expect.poll(() => visitor.textOf('body')).toContain(text);

/** Nothing is wider than the window. */
const fits = (visitor: Visitor): Promise<void> =>
	expect.poll(() => visitor.overflow()).toBeLessThanOrEqual(0);
