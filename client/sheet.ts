const SWIPE = 60;

/** What rises from below on the phone: a heading that names it, and what stands under it. */
export interface SheetContent {
  readonly heading: HTMLElement;
  readonly body: readonly Node[];
  readonly closeLabel: string;
}

/** Show a sheet at the bottom of the window: Escape, a swipe down, a touch beside it and its button close it. */
export function showSheet({ heading, body, closeLabel }: SheetContent): HTMLDialogElement {
  const sheet = document.createElement('dialog');
  sheet.className = 'leaf';
  heading.id = 'sheet_heading';
  sheet.setAttribute('aria-labelledby', heading.id);
  const button = document.createElement('button');
  button.className = 'close';
  button.textContent = closeLabel;
  button.addEventListener('click', () => sheet.close());
  sheet.append(heading, ...body, button);
  sheet.addEventListener('click', ({ target }) => {
    if (target === sheet) sheet.close();
  });
  closeOnSwipe(sheet);
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
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
