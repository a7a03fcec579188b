// Blocks the first paint, and so is small: the device's theme, text size, cards, word help, usual view and usual characters, before anything shows.
import { recall } from './memory.ts';
import { isView } from './seen.ts';

const { dataset } = document.documentElement;
dataset.script = '';

const theme = recall('theme');
if (theme === 'light' || theme === 'dark') dataset.theme = theme;

const size = recall('size');
if (size === 's' || size === 'l' || size === 'xl') dataset.size = size;

if (recall('cards') === '0') dataset.cards = '0';
if (recall('help') === '1') dataset.help = '1';

// An address that names a view is somebody's wish; the device's habit stands back.
const view = recall('view');
if (dataset.page === 'reader' && isView(view) && !new URLSearchParams(location.search).has('view')) {
  dataset.view = view;
}

// So it is with the characters, but these are the server's: the page is asked for anew, and this one is not shown meanwhile.
const script = recall('script');
const address = new URL(location.href);
if (
  dataset.page === 'reader' &&
  (script === 'hans' || script === 'hant') &&
  script !== dataset.written &&
  !address.searchParams.has('script')
) {
  dataset.leaving = '';
  address.searchParams.set('script', script);
  location.replace(address);
}
