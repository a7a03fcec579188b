import type { AboutPage } from './pages/about.ts';
import type { AlignmentPage } from './pages/alignment.ts';
import type { EntitiesPage } from './pages/entities.ts';
import type { EntityPage } from './pages/entity.ts';
import type { ErrorPage } from './pages/error.ts';
import type { EventPage } from './pages/event.ts';
import type { EventsPage } from './pages/events.ts';
import type { ImportPage } from './pages/import.ts';
import type { LibraryPage } from './pages/library.ts';
import type { NetworkPage } from './pages/network.ts';
import type { ReaderPage } from './pages/reader.ts';
import type { SearchPage } from './pages/search.ts';
import type { TermPage } from './pages/term.ts';
import type { TermsPage } from './pages/terms.ts';
import type { VocabularyPage } from './pages/vocabulary.ts';
import type { WordsPage } from './pages/words.ts';

/** Every template in `views/pages` and the view model that it shows. */
export interface Pages {
  about: AboutPage;
  alignment: AlignmentPage;
  entities: EntitiesPage;
  entity: EntityPage;
  error: ErrorPage;
  event: EventPage;
  events: EventsPage;
  import: ImportPage;
  library: LibraryPage;
  network: NetworkPage;
  reader: ReaderPage;
  search: SearchPage;
  term: TermPage;
  terms: TermsPage;
  words: WordsPage;
  vocabulary: VocabularyPage;
}
