// Without it the box is a plain form; with it names and titles are offered while one types. It opens only because of typing or an arrow key.
import { Listbox } from '../listbox.ts';
import { fetchSuggestions } from '../suggestion.ts';

const PAUSE_MS = 120;

export function enhance(form: HTMLElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="search"]');
  if (input === null) return;
  const { list = '', count = '', none = '', kinds = '{}' } = form.dataset;
  const listbox = new Listbox(input, { list, kinds: JSON.parse(kinds) });
  const status = statusIn(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  const forget = (): void => {
    clearTimeout(timer);
    asking?.abort();
    asking = undefined;
  };
  const close = (): void => {
    forget();
    listbox.close();
    status.textContent = '';
  };
  const ask = async (): Promise<void> => {
    forget();
    const controller = new AbortController();
    asking = controller;
    const typed = input.value.trim();
    try {
      const found = await fetchSuggestions(typed, controller.signal);
      // The answer may have been on its way when somebody went on.
      if (controller.signal.aborted || document.activeElement !== input) return;
      listbox.open(found);
      const told =
        found.length === 0
          ? none
          : count.replace('%', found.length.toLocaleString(document.documentElement.lang));
      status.textContent = typed === '' ? '' : told;
    } catch {
      // Aborted, or out of reach: the form works all the same.
    }
  };
  const askSoon = (): void => {
    forget();
    if (input.value.trim() === '') close();
    else timer = setTimeout(ask, PAUSE_MS);
  };

  // While an input method is at work, what stands in the box is not typed yet.
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) askSoon();
  });
  input.addEventListener('compositionend', askSoon);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    press(event, listbox, { ask, close });
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // A page that is come back to is as it was left.
  addEventListener('pagehide', close);
}

interface Acts {
  readonly ask: () => Promise<void>;
  readonly close: () => void;
}

function press(event: KeyboardEvent, listbox: Listbox, { ask, close }: Acts): void {
  const { isOpen, hasActive } = listbox;
  const acts: Readonly<Record<string, () => unknown>> = isOpen
    ? {
        ArrowDown: () => listbox.step(1),
        ArrowUp: () => listbox.step(-1),
        Escape: close,
        // In the box itself they move the caret, and Enter sends the form.
        ...(hasActive && {
          Home: () => listbox.first(),
          End: () => listbox.last(),
          Enter: () => listbox.choose(),
        }),
      }
    : { ArrowDown: () => ask().then(() => listbox.isOpen && listbox.first()) };
  if (event.key === 'Tab') close();
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Where a screen reader hears how many there are. */
function statusIn(form: HTMLElement): HTMLElement {
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  form.append(status);
  return status;
}
