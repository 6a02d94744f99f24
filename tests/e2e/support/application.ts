import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { z } from 'zod';

export interface TestApplication {
	readonly clientId: string;
	readonly name: string;
	/** `/apps/<client id>`; append `/vehicle-access` and the like. */
	readonly path: string;
}

/** Creates an application as a person does: by the form of the first page. */
export async function createApplication(page: Page, name: string): Promise<TestApplication> {
	await page.goto('/');
	const field = page.getByLabel('Name', { exact: true });
	if (!(await field.isVisible())) {
		await page
			.getByRole('button', { name: /(new|create) application/i })
			.first()
			.click();
	}
	await field.fill(name);
	await field.press('Enter');
	await expect(page).toHaveURL(/\/apps\/[0-9a-f-]{36}/);
	const clientId = /\/apps\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
	return { clientId, name, path: `/apps/${clientId}` };
}

/**
 * There is a limit on applications, and a run has more tests than that. It may have got another
 * client id in the meantime, and another name.
 */
export async function removeApplication(
	request: APIRequestContext,
	{ path, name }: Pick<TestApplication, 'path' | 'name'>,
	origin = ''
): Promise<void> {
	const settings = await request.get(`${path}/settings`);
	const [, moved = path] = /(\/apps\/[0-9a-f-]{36})\/settings/.exec(settings.url()) ?? [];
	const [, clientId = ''] = /\/apps\/([^/]+)/.exec(moved) ?? [];
	const found: unknown = await (await request.get(`/applications.json?q=${clientId}`)).json();
	const { names } = Names.parse(found);
	const confirm = names.find((each) => each.clientId === clientId)?.name ?? name;
	await request.post(`${moved}/settings?/delete`, { headers: { origin }, form: { confirm } });
}

const Names = z.object({ names: z.array(z.object({ clientId: z.string(), name: z.string() })) });
