// Without it the list is read from its beginning; with it one types a part of any name, and only those that go by it stay.
interface Entry {
  readonly element: HTMLElement;
  readonly group: Element | null;
  /** Names that one sees, and those that one does not, each with what it is compared by. */
  readonly seen: readonly string[];
  readonly unseen: readonly { readonly form: string; readonly key: string }[];
}

export function enhance(filter: HTMLElement): void {
  const input = filter.querySelector('input');
  const found = filter.querySelector('[role="status"]');
  if (input === null || found === null) return;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-forms]')].map(entryOf);
  const letters = document.querySelector<HTMLElement>('.letters');

  const apply = (): void => {
    const key = keyOf(input.value);
    let count = 0;
    for (const entry of entries) if (show(entry, key)) count += 1;
    for (const group of new Set(entries.map((entry) => entry.group)))
      group?.toggleAttribute('hidden', group.querySelector('[data-forms]:not([hidden])') === null);
    letters?.toggleAttribute('hidden', key !== '');
    found.textContent = key === '' ? '' : told(filter, count);
  };

  input.addEventListener('input', apply);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return;
    event.preventDefault();
    input.value = '';
    apply();
  });
  // A browser that comes back to the page may have kept what was typed.
  if (input.value !== '') apply();
}

function entryOf(element: HTMLElement): Entry {
  const names = [...element.querySelectorAll('.entity > span')].map((name) => name.textContent);
  const forms = (element.dataset.forms ?? '').split('\n').filter((form) => form !== '');
  return {
    element,
    group: element.closest('section'),
    seen: names.map(keyOf),
    unseen: forms.map((form) => ({ form, key: keyOf(form) })),
  };
}

/** Letters without differences of case, width, accents and gaps: `core OS` is found in `CoreOS`, `rongqi` in `róngqì`. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s·’'-]+|\p{M}+/gu, '');
}

/** One that goes by `key` is shown, and with it the form that does if it is not to be seen already. */
function show({ element, seen, unseen }: Entry, key: string): boolean {
  const isSeen = seen.some((name) => name.includes(key));
  const form = isSeen ? undefined : unseen.find((one) => one.key.includes(key))?.form;
  const isFound = isSeen || form !== undefined;
  element.hidden = !isFound;
  const via = element.querySelector<HTMLElement>('.via');
  if (via !== null) {
    via.hidden = form === undefined;
    via.textContent = form ?? '';
    via.lang = /\p{Script=Han}/u.test(form ?? '') ? 'zh-Hans' : 'en';
  }
  return isFound;
}

function told({ dataset }: HTMLElement, count: number): string {
  if (count === 0) return dataset.none ?? '';
  return (dataset.found ?? '').replace('%', count.toLocaleString(document.documentElement.lang));
}
