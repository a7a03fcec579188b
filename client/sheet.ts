const SWIPE = 60;

/** Show a note at the bottom of the window: Escape, a swipe down, a touch beside it and its button close it. */
export function showSheet(note: HTMLDetailsElement, closeLabel: string): void {
  const sheet = document.createElement('dialog');
  sheet.className = 'note-sheet';
  const heading = document.createElement('p');
  heading.id = 'sheet_heading';
  heading.append(...clones(note.querySelector('summary')));
  sheet.setAttribute('aria-labelledby', heading.id);
  const button = document.createElement('button');
  button.textContent = closeLabel;
  button.addEventListener('click', () => sheet.close());
  sheet.append(heading, ...clones(note.querySelector('.body')), button);
  sheet.addEventListener('click', ({ target }) => {
    if (target === sheet) sheet.close();
  });
  closeOnSwipe(sheet);
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
}

function clones(parent: Element | null): Node[] {
  return [...(parent?.childNodes ?? [])].map((child) => child.cloneNode(true));
}

function closeOnSwipe(sheet: HTMLDialogElement): void {
  let start: number | undefined;
  sheet.addEventListener(
    'touchstart',
    ({ touches }) => {
      start = sheet.scrollTop === 0 ? touches[0]?.clientY : undefined;
    },
    { passive: true },
  );
  sheet.addEventListener(
    'touchend',
    ({ changedTouches }) => {
      const end = changedTouches[0]?.clientY;
      if (start !== undefined && end !== undefined && end - start > SWIPE) sheet.close();
    },
    { passive: true },
  );
}
