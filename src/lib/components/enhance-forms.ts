import { isMeant } from '#lib/access/fold.ts';
import { datesFor, isDateStyle } from '#lib/access/owner-words/date-styles.ts';
import { fill } from '#lib/access/owner-words/fill.ts';

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

/** Boxes of a group are counted as they are ticked, alone or all at once. */
onEach(HTMLFieldSetElement, 'fieldset[data-chosen]', (group) => {
	const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:enabled')];
	const line = group.querySelector<HTMLElement>('[data-count]');
	const { chosen = '' } = group.dataset;
	const { keepOne, stays } = line?.dataset ?? {};
	const count = () => boxes.filter(({ checked }) => checked).length;
	const tell = (text = chosen) => {
		if (!line) return;
		const counted = { count: String(count()), all: String(boxes.length) };
		line.textContent = fill(text, counted);
	};
	group.addEventListener('change', ({ target }) => {
		// The last ticked permission springs back, and the page says why.
		const springs = keepOne !== undefined && count() === 0 && target instanceof HTMLInputElement;
		if (springs) target.checked = true;
		tell(springs ? keepOne : chosen);
	});
	for (const button of group.querySelectorAll<HTMLElement>('[data-choose]')) {
		const all = button.dataset.choose === 'all';
		button.hidden = false;
		button.addEventListener('click', () => {
			for (const box of boxes) box.checked = all || box.classList.contains('locked');
			tell(all ? chosen : (stays ?? `${chosen}. ${keepOne ?? ''}`));
		});
	}
	if (boxes.length > 0) tell();
});

/** The first press counts; a second one would only ask again. */
onEach(HTMLFormElement, 'form', (form) => {
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

const SECOND = 1000;

/** Before the end of a session, when its owner is asked whether they are still there. */
const WARNING = 60 * SECOND;

/** Who presses nothing for long is told before it is too late, and may have more time. */
onEach(HTMLElement, '[data-time]', (note) => {
	const [session = ''] = /^\/oauth\/authorize\/[^/]+/.exec(location.pathname) ?? [];
	const look = async (body?: FormData): Promise<void> => {
		const sent = body ? { method: 'POST', body } : {};
		const answer = await fetch(`${session}/time`, sent).catch(() => null);
		if (!answer?.ok) return;
		const left = Number(await answer.text());
		// The page that comes then says how to go on.
		if (left <= 0) return location.reload();
		note.hidden = left > WARNING;
		setTimeout(() => void look(), note.hidden ? left - WARNING + SECOND : left);
	};
	note.querySelector('button')?.addEventListener('click', () => {
		const token = document.querySelector<HTMLInputElement>('input[name="token"]');
		const body = new FormData();
		body.set('token', token?.value ?? '');
		void look(body);
	});
	setTimeout(() => void look(), WARNING);
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
