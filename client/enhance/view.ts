// Without it each choice is a link that loads the page anew; with it the page changes where it stands.
import { recall, remember } from '../memory.ts';
import { keepPlace, topRow } from '../place.ts';
import type { Seen } from '../seen.ts';
import { addressOf, isOtherMarkup, isView, seenAt, seenOn } from '../seen.ts';

const root = document.documentElement;

export function enhance(toolbar: HTMLElement): void {
  for (const tool of switches(toolbar)) asButton(tool);
  // The device's usual view may differ from the one that the server set.
  settle(seenOn(root));
  toolbar.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-choose]');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.dataset.choose === 'view' && isOtherMarkup(link.dataset.value, root.dataset.view)) {
      if (link.dataset.value !== 'interlinear') remember('view', link.dataset.value ?? '');
      if (scrollY > 0) link.hash = topRow()?.id ?? '';
      return;
    }
    event.preventDefault();
    const seen = choice(link, seenOn(root));
    if (link.dataset.choose === 'view') remember('view', seen.view);
    keepPlace(() => Object.assign(root.dataset, seen));
    settle(seen);
  });
  // Going back to where something else was seen brings that back too; the device's habit is as it is now.
  addEventListener('popstate', () => {
    const seen = seenAt(location.href, recall('view'));
    if (isOtherMarkup(seen.view, root.dataset.view)) return location.reload();
    Object.assign(root.dataset, seen);
    settle(seen);
  });
}

/** What is seen after `link` is followed. */
function choice({ dataset }: HTMLElement, seen: Seen): Seen {
  if (dataset.choose === 'view') return isView(dataset.value) ? { ...seen, view: dataset.value } : seen;
  if (dataset.choose === 'reveal') return { ...seen, reveal: seen.reveal === '1' ? '0' : '1' };
  return { ...seen, notes: seen.notes === '1' ? '0' : '1' };
}

/** Let the address and every link that carries the view tell what is seen. */
function settle(seen: Seen): void {
  const address = new URL(addressOf(location.href, seen));
  const isNamed = new URLSearchParams(location.search).has('view');
  // Nobody has chosen anything yet: the address stays as short as it came.
  if (seen.view === 'parallel' && !isNamed) address.searchParams.delete('view');
  history.replaceState(history.state, '', address);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carry]')) {
    link.href = addressOf(link.href, link.dataset.choose === undefined ? seen : choice(link, seen));
    if (link.dataset.choose === 'view') mark(link, link.dataset.value === seen.view);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-carry]')) carry(form, seen);
  for (const tool of switches(document)) {
    const isOn = tool.dataset.choose === 'reveal' ? seen.reveal === '1' : seen.notes === '1';
    tool.setAttribute('aria-pressed', String(isOn));
  }
}

/** What a form sends beside what is typed in it. */
function carry(form: HTMLFormElement, seen: Seen): void {
  for (const input of form.querySelectorAll('input[type="hidden"]')) input.remove();
  for (const [name, value] of new URL(addressOf(form.action, seen)).searchParams) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
}

function mark(link: HTMLElement, isCurrent: boolean): void {
  if (isCurrent) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}

function switches(within: ParentNode): NodeListOf<HTMLElement> {
  return within.querySelectorAll('[data-choose="reveal"], [data-choose="notes"]');
}

/** A link that no longer leads anywhere says what it is, and takes the space bar as buttons do. */
function asButton(tool: HTMLElement): void {
  tool.setAttribute('role', 'button');
  tool.removeAttribute('aria-current');
  tool.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    tool.click();
  });
}
