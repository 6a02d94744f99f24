import { languageOf } from '#lib/access/owner-words/languages.ts';
import { permissionText } from '#lib/access/owner-words/permission-texts.ts';
import { wordsFor } from '#lib/access/owner-words/words-for.ts';
import { outsideOf, whatItGets } from '#lib/owners/what-it-gets.ts';
import { consentLines } from '#lib/server/connect/consent-page.ts';
import { findLastReceipt } from '#lib/server/owners/reach/find-receipt.ts';
import { ownersPage } from '../../portal-page.ts';
import { languageFor } from '../../visit.ts';
import { applicationAt, reachedBy } from './application.ts';
import { toldIn } from './taken.ts';

export const load = ownersPage('/my/applications/[clientId]', async ({ context }, event) => {
	const application = await applicationAt(context, event);
	const { clientId, name, domain, firstGrantedAt, lastUses, endsByItself } = application;
	const reached = reachedBy(application);
	const { asked, version, from } = whatItGets(reached);
	const language = languageOf(languageFor(event));
	const words = wordsFor(language.code, name);
	const lines = await consentLines(
		context,
		{ clientId, request: { asked, version } },
		{ ...language, words }
	);
	const isDamaged = reached.some((one) => one.isDamaged);
	const used = new Map(lastUses.map(({ permission, at }) => [permission, at]));
	return {
		clientId,
		name,
		domain,
		firstGrantedAt,
		isDamaged: isDamaged || application.isPastDamaged,
		receipt: await findLastReceipt(context, clientId),
		lastUsedAt: lastUses[0]?.at ?? null,
		endsByItself,
		says: words.says,
		saysUnchecked: words.saysUnchecked,
		told: toldIn(event.url, application, language.permissions),
		gets: lines.map((line) => ({
			...line,
			vehicles: from.get(line.name) ?? 0,
			lastUsedAt: used.get(line.name) ?? null,
			notGiven: application.notGiven.get(line.name) ?? null
		})),
		/** Nothing where what was asked cannot be read. */
		outside: isDamaged
			? []
			: outsideOf(asked).map((name) => permissionText(name, language.permissions).label),
		reached: reached.map(({ id, name, firstGrantedAt }) => ({ id, name, firstGrantedAt })),
		ended: application.vehicles.flatMap(({ id, name, ending }) =>
			ending === null ? [] : [{ id, name, ...ending }]
		)
	};
});
