import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { OwnerWords } from '#lib/access/owner-words/en.ts';
import { fill } from '#lib/access/owner-words/fill.ts';
import { permissionText, type PermissionTexts } from '#lib/access/owner-words/permission-texts.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { ConnectSession } from '#lib/connect/journey/session.ts';
import { readSandboxSettings } from '../applications/sandbox-settings.ts';
import { tellVersion } from '../configurations/told-versions.ts';
import type { Context } from '../context.ts';

/** One permission as the consent screen shows it. */
export interface ConsentLine {
	readonly name: PermissionName;
	readonly required: boolean;
	readonly label: string;
	readonly text: string;
	/** Who requires it and what for; empty for an optional one. */
	readonly why: string;
	/** What it is for in the words of the application; empty where it says nothing. */
	readonly purpose: string;
	/** What stops without it in the words of the application; empty where it says nothing. */
	readonly without: string;
}

/** What the consent screen needs of the owner's language. */
export interface ConsentLanguage {
	readonly words: OwnerWords;
	/** Null where the catalog's English ones are shown. */
	readonly permissions: PermissionTexts | null;
	readonly list: { readonly format: (names: readonly string[]) => string };
}

/** What an application asks for, or once did. */
interface Asking {
	readonly clientId: string;
	readonly request: Pick<ConnectSession['request'], 'asked' | 'version'>;
}

/**
 * Every asked permission in plain words. What it is for is known where a version was asked; where that
 * is damaged, each says so.
 */
export async function consentLines(
	context: Context,
	{ clientId, request }: Asking,
	{ words, permissions, list }: ConsentLanguage
): Promise<readonly ConsentLine[]> {
	const { version: number } = request;
	const version = number === null ? null : await tellVersion(context, clientId, number);
	const isDamaged = version !== null && version.locked === null;
	return request.asked.map(({ name, required, purpose = '', without = '' }) => {
		const access = version?.locked?.access ?? [];
		const items = access.find((permission) => permission.name === name)?.requiredBy ?? [];
		const reason = list.format(items.map((code) => officialCatalog.item(code)?.name ?? code));
		const unknown = isDamaged ? words.requiredUnread : words.requiredBy;
		const why = reason === '' ? unknown : fill(words.requiredFor, { reason });
		const texts = permissionText(name, permissions);
		return { name, required, ...texts, why: required ? why : '', purpose, without };
	});
}

/** Optional permissions whose boxes start unticked: a refusal to rehearse, or all of them. */
export async function untickedAtFirst(
	context: Context,
	{ clientId, request }: ConnectSession
): Promise<readonly PermissionName[]> {
	const { startUnticked } = await readSandboxSettings(context, clientId);
	return request.asked
		.filter(({ name, required }) => !required && (startUnticked || request.refuse.includes(name)))
		.map(({ name }) => name);
}
