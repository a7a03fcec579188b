let revealed: Element | null = null;

/** Whether a touch of `target` does no more than show the English that is hidden in its row: the first one does, and gives the row the focus. */
export function revealsOnly(target: Element): boolean {
  const { reveal, view } = document.documentElement.dataset;
  const row = target.closest<HTMLElement>('.row');
  const isHidden = reveal === '1' && view !== 'zh' && view !== 'en';
  if (!isHidden || row === null || row === revealed || row.querySelector('.en:not(.quiet)') === null)
    return false;
  revealed = row;
  row.focus({ preventScroll: true });
  return true;
}
