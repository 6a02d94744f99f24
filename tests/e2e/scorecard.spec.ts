import { nameOf } from '../../tools/scorecard/check.ts';
import { CHECK_GROUPS } from '../../tools/scorecard/groups.ts';
import { prepareTarget, type Target } from '../../tools/scorecard/target.ts';
import { startTemporaryServer, type RunningServer } from '../../tools/temporary-server.ts';
import { test } from './support/test.ts';

// One after the other, against one server of their own: the rows ask more often than the limits allow.
test.describe.configure({ mode: 'default' });

let server: RunningServer;
let target: Target;

test.beforeAll(async () => {
	server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	target = await prepareTarget(server.origin);
});

test.afterAll(() => server.stop());

for (const { title, checks } of CHECK_GROUPS) {
	test.describe(title, () => {
		for (const check of checks) {
			if ('run' in check) test(nameOf(check), () => check.run(target));
		}
	});
}
