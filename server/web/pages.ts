import type { AboutPage } from './pages/about.ts';
import type { ErrorPage } from './pages/error.ts';
import type { LibraryPage } from './pages/library.ts';
import type { ReaderPage } from './pages/reader.ts';
import type { SearchPage } from './pages/search.ts';

/** Every template in `views/pages` and the view model that it shows. */
export interface Pages {
  about: AboutPage;
  error: ErrorPage;
  library: LibraryPage;
  reader: ReaderPage;
  search: SearchPage;
}
