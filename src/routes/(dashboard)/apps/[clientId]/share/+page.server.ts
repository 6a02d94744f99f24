import { resolve } from '$app/paths';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { formatScope } from '#lib/access/scope.ts';
import { clientIdAction } from '../client-id-action.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { CODE_FOR_PARAMETER, readCodeFor } from './code-for.ts';
import { readLinkForm, shareLink } from './link-form.ts';
import { drawQrCode } from './qr.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ url, parent, locals }) => {
	const { application, draft, published } = await parent();
	const subject = {
		...application,
		publishedScope: published?.scope ?? null,
		draftScope: formatScope(derive(draft.selection, officialCatalog))
	};
	const linkForm = readLinkForm(url.searchParams, subject);
	const { url: link } = shareLink(linkForm, subject);
	return {
		title: words.shareConnectLink,
		subtitle: words.lead,
		linkForm,
		codeFor: readCodeFor(url.searchParams),
		/** Whether the address is one of the code. */
		codeAsked: url.searchParams.has(CODE_FOR_PARAMETER),
		origin: locals.context.settings.origin,
		qr: { link, code: drawQrCode(link) }
	};
};

export const actions: Actions = {
	changeClientId: clientIdAction((changed) =>
		resolve('/(dashboard)/apps/[clientId]/share', changed)
	)
};
