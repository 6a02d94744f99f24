import { defineConfig } from 'drizzle-kit';
import { isPostgres } from './src/lib/server/db/engine-choice.ts';

/** `npm run db:generate` asks for each engine in turn, by `DATABASE_URL`. */
export default defineConfig({
	dialect: isPostgres ? 'postgresql' : 'sqlite',
	schema: './src/lib/server/db/*schema.ts',
	out: isPostgres ? './drizzle/postgres' : './drizzle/sqlite',
	casing: 'snake_case'
});
