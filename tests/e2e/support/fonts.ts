import { chromium, type Browser } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { chromiumFlags, findChromium } from '../../../tools/chromium.ts';
import { waitForScripts } from './scripts-run.ts';

/** Letters of the width most people see, and those of a Debian with nothing but one plain font. */
export const FONT_SETS = ['usual', 'bare'] as const;
export type FontSet = (typeof FONT_SETS)[number];

/** Metrics of Arial and Courier New; of what is installed, the nearest is taken. */
const USUAL = { sans: 'Liberation Sans', mono: 'Liberation Mono' };
const PLAIN = 'DejaVu Sans';

/** A browser of its own: which letters there are it asks once. */
export async function launchWithFonts(set: FontSet): Promise<Browser> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-fonts-'));
	const browser = await chromium.launch({
		executablePath: findChromium() ?? undefined,
		args: chromiumFlags(),
		env: { ...process.env, ...fontSettings(set, folder) }
	});
	browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }));
	waitForScripts(browser);
	return browser;
}

/** Nothing where the system does not choose letters by fontconfig: then its own are looked at. */
function fontSettings(set: FontSet, folder: string): Record<string, string> {
	const write = (directories: readonly string[], sans: string, mono: string) => {
		const file = join(folder, 'fonts.conf');
		writeFileSync(file, fontconfig(directories, join(folder, 'cache'), sans, mono));
		return { FONTCONFIG_FILE: file };
	};
	if (set === 'usual') {
		const [sans, mono] = [fontFile(USUAL.sans), fontFile(USUAL.mono)];
		if (sans === null || mono === null) return {};
		return write([dirname(sans), dirname(mono)], USUAL.sans, USUAL.mono);
	}
	const plain = fontFile(PLAIN);
	if (plain === null) return {};
	copyFileSync(plain, join(folder, basename(plain)));
	return write([folder], PLAIN, PLAIN);
}

function fontFile(family: string): string | null {
	const { stdout, status } = spawnSync('fc-match', ['-f', '%{file}', family], { encoding: 'utf8' });
	return status === 0 && stdout !== '' ? stdout : null;
}

function fontconfig(
	directories: readonly string[],
	cache: string,
	sans: string,
	mono: string
): string {
	const alias = (generic: string, family: string) =>
		`<match target="pattern"><test name="family"><string>${generic}</string></test>` +
		`<edit name="family" mode="prepend" binding="strong"><string>${family}</string></edit></match>`;
	return [
		'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
		...directories.map((directory) => `<dir>${directory}</dir>`),
		`<cachedir>${cache}</cachedir>`,
		...['sans-serif', 'system-ui', 'ui-sans-serif', 'serif'].map((name) => alias(name, sans)),
		...['monospace', 'ui-monospace'].map((name) => alias(name, mono)),
		'</fontconfig>'
	].join('\n');
}
