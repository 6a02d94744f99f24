import { isMeant } from '#lib/access/fold.ts';
import { datesFor, isDateStyle } from '#lib/access/owner-words/date-styles.ts';

/**
 * What makes the owner's pages livelier where scripts run; without it all of them work as plain
 * forms, and the server keeps every rule. Bundled on its own, so that a consent page loads one
 * kilobyte and no framework.
 */
function onEach<E extends Element>(
	type: new () => E,
	selector: string,
	use: (element: E) => void
): void {
	for (const element of document.querySelectorAll(selector)) {
		if (element instanceof type) use(element);
	}
}

/** A required permission cannot be unticked. */
onEach(HTMLInputElement, 'input.locked', (box) => {
	box.addEventListener('click', (event) => event.preventDefault());
	// What was unticked before this ran.
	box.checked = true;
});

/** The last ticked permission springs back, and the page says why. */
onEach(HTMLFormElement, 'form', (form) => {
	const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="permission"]')];
	const rule = form.querySelector<HTMLElement>('[data-keep-one]');
	form.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || target.name !== 'permission') return;
		const none = !boxes.some(({ checked }) => checked);
		if (none) target.checked = true;
		if (rule) rule.textContent = none ? (rule.dataset.keepOne ?? '') : '';
	});
	// The first press counts; a second one would only ask again.
	form.addEventListener('submit', (event) => {
		if (form.dataset.sent === 'true') event.preventDefault();
		form.dataset.sent = 'true';
	});
});

/** A page that comes back from the browser's memory may be sent once more. */
addEventListener('pageshow', () => {
	onEach(HTMLFormElement, 'form', (form) => delete form.dataset.sent);
});

/** The list of brands narrows as one types. */
onEach(HTMLInputElement, '#brand-search', (field) => {
	const rows = [...document.querySelectorAll<HTMLElement>('[data-words]')];
	const none = document.querySelector<HTMLElement>('[data-none]');
	const narrow = () => {
		let shown = 0;
		for (const row of rows) {
			row.hidden = !isMeant(row.dataset.words ?? '', field.value);
			if (!row.hidden) shown += 1;
		}
		if (none) none.textContent = shown === 0 ? (none.dataset.none ?? '') : '';
	};
	field.addEventListener('input', narrow);
	// What was typed before this ran.
	narrow();
});

/** Times are told in the reader's zone, which the server does not know. */
onEach(HTMLTimeElement, 'time[data-date]', (time) => {
	const style = time.dataset.date ?? '';
	if (!isDateStyle(style)) return;
	time.textContent = datesFor(document.documentElement.lang, style).format(new Date(time.dateTime));
});
onEach(HTMLElement, '[data-in-utc]', (note) => (note.hidden = true));

/** A button that only scripts can obey. */
onEach(HTMLButtonElement, 'button[data-print]', (button) => {
	button.hidden = false;
	button.addEventListener('click', () => print());
});

/** What is wrong with a form that came back. */
document.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"][tabindex]')?.focus();
