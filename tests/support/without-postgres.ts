import { beforeEach, inject } from 'vitest';

// Where there is no server the tests are skipped, and the line that says so stands at the beginning.
if (inject('postgres') === null) beforeEach((context) => context.skip());
