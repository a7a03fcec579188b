// Blocks the first paint, and so is small: the device's theme, text size, cards, word help and usual view, before anything shows.
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
