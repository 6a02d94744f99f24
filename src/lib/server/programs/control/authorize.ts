import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import { encodeValue } from '#lib/access/connect-url/encoding.ts';
import { REFUSE_PARAMETER } from '#lib/access/connect-url/refuse.ts';
import { goThrough } from '../../connect/journey/go-through.ts';
import { queryOf } from '../call.ts';
import { connectRefusal, controlAnswer } from './answers.ts';
import { AUTHORIZE_KEYS, AuthorizeRequest } from './authorize-request.ts';
import { locationOf } from '../oauth/connect-words.ts';
import { wordPage, type PageWords } from '../oauth/page-words.ts';
import { controlEndpoint } from './endpoint.ts';

/** `POST /sandbox/api/authorize`: what an owner goes through by pages, in one request. */
export const authorize = controlEndpoint(
	{ schema: AuthorizeRequest, keys: AUTHORIZE_KEYS },
	async ({ context, envelope }, asked) => {
		const { login, refuse } = asked;
		const make = findMake(login.make, MAKES)?.key ?? '';
		const owner = { make, username: login.username, refuse };
		const end = await goThrough(context, linkOf(asked), owner);
		if (end.kind === 'page') {
			const description = asSentences(wordPage(end.refusal));
			const error = 'invalid_request';
			return connectRefusal(envelope.id, { error, description, redirect: null });
		}
		const redirect = end.kind === 'error' ? locationOf(end) : end.location;
		const answer = queryOf({ url: redirect });
		const [code, userId, error] = [answer.get('code'), answer.get('user_id'), answer.get('error')];
		if (error === null) return controlAnswer({ code, redirect, userId }, envelope.id);
		const description = answer.get('error_description') ?? '';
		return connectRefusal(envelope.id, { error, description, redirect });
	}
);

/** The query of the Connect link. Who refuses something is asked although they agreed before. */
function linkOf({ clientId, scope, redirectUri, state, mode, refuse }: AuthorizeRequest): string {
	const link = buildConnectUrl({
		clientId,
		mode,
		...(scope !== undefined && { scope }),
		...(redirectUri !== undefined && { redirectUri }),
		...(state !== undefined && { state }),
		...(refuse.length > 0 && { approvalPrompt: 'force' })
	});
	const refused = refuse.length > 0 ? `&${REFUSE_PARAMETER}=${encodeValue(refuse.join(' '))}` : '';
	return new URL(link).search + refused;
}

/** What the page says on which Connect ends. */
function asSentences({ message, advice }: PageWords): string {
	return `${message.replace(/^400: /, '').replace(/\.$/, '')}. ${advice}`;
}
