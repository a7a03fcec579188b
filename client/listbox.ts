import type { Suggestion } from './suggestion.ts';

/** How the list is told. */
export interface Wording {
  readonly list: string;
  readonly kinds: Readonly<Record<string, string>>;
}

let lists = 0;

/** The list under a box: the focus stays in the box, which says by `aria-activedescendant` where in the list one is. */
export class Listbox {
  readonly #input: HTMLInputElement;
  readonly #element: HTMLElement;
  readonly #kinds: Wording['kinds'];
  #active = -1;

  constructor(input: HTMLInputElement, { list, kinds }: Wording) {
    lists += 1;
    this.#input = input;
    this.#kinds = kinds;
    const element = document.createElement('ul');
    element.id = `suggestions_${lists}`;
    element.className = 'suggestions';
    element.setAttribute('role', 'listbox');
    element.setAttribute('aria-label', list);
    element.hidden = true;
    this.#element = element;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-haspopup', 'listbox');
    input.setAttribute('aria-controls', element.id);
    input.setAttribute('aria-expanded', 'false');
    input.after(element);
    // A touch or a click on the list leaves the focus where it is.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest<HTMLElement>('[role="option"]');
      if (option !== null) follow(option);
    });
  }

  get isOpen(): boolean {
    return !this.#element.hidden;
  }

  get hasActive(): boolean {
    return this.#active !== -1;
  }

  open(suggestions: readonly Suggestion[]): void {
    if (suggestions.length === 0) {
      this.close();
      return;
    }
    this.#element.replaceChildren(
      ...suggestions.map((suggestion, index) =>
        optionOf(suggestion, `${this.#element.id}_${index}`, this.#kinds),
      ),
    );
    this.#element.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#activate(-1);
  }

  close(): void {
    this.#element.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#activate(-1);
  }

  /** To the next or the one before; beyond the ends is the box itself. */
  step(by: 1 | -1): void {
    const places = this.#options.length + 1;
    this.#activate(((this.#active + 1 + by + places) % places) - 1);
  }

  first(): void {
    this.#activate(0);
  }

  last(): void {
    this.#activate(this.#options.length - 1);
  }

  /** Go where the active one leads. */
  choose(): void {
    const option = this.#options[this.#active];
    if (option !== undefined) follow(option);
  }

  get #options(): HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [at, option] of this.#options.entries())
      option.setAttribute('aria-selected', String(at === index));
    const active = this.#options[index];
    if (active === undefined) this.#input.removeAttribute('aria-activedescendant');
    else {
      this.#input.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    }
  }
}

function optionOf({ text, href, kind }: Suggestion, id: string, kinds: Wording['kinds']): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.href = href;
  const name = document.createElement('bdi');
  name.lang = /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en';
  name.textContent = text;
  const type = document.createElement('span');
  type.className = 'type';
  type.textContent = kinds[kind] ?? '';
  option.append(name, ' ', type);
  return option;
}

function follow({ dataset }: HTMLElement): void {
  if (dataset.href !== undefined) location.assign(dataset.href);
}
