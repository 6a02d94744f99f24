import { PROTOCOLS } from '#lib/connect/protocol.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../../words.ts';
import { applicationForm } from '../../application-form.ts';
import type { Answer } from '../answer.ts';
import * as words from '../words.en.ts';

const about = 'protocol';

const Protocol = z.enum(PROTOCOLS, { error: words.aProtocolIs(PROTOCOLS) });

export const protocolAction = {
	protocol: applicationForm(
		z.object({ protocol: Protocol }),
		async ({ protocol: value }, { context, clientId }) => {
			const result = await updateProtocol(context, clientId, value);
			if (!result.ok) return fail<Answer>(400, { about, error: describeGone(result), value });
			const answer: Answer = { about, done: words.savedTheProtocol };
			return answer;
		},
		({ message, field, typed }): Answer => ({
			about,
			error: message,
			...(field !== undefined && { value: typed[field] ?? '' })
		})
	)
};
