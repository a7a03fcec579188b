import ejs from 'ejs';
import type { RequestHandler } from 'express';
import type { House } from '../house.ts';
import { requestedLanguage, usualLanguage } from '../language.ts';
import { originOf } from '../origin.ts';
import { Query } from '../query.ts';
import { encodingFor, inPassing } from '../rendition.ts';
import { send } from '../send.ts';

/** The search, described so that a browser can add it to its own (OpenSearch 1.1): its addresses are absolute. */
export function openSearch(house: House): RequestHandler {
  return async (request, response) => {
    const language = requestedLanguage(new Query(request.url)) ?? usualLanguage(request);
    const { zh, en } = house.library.title;
    const { t } = house.locales[language];
    const origin = originOf(request);
    const escaped = (text: string): string => ejs.escapeXML(text);
    const content = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escaped(`${zh} ${en}`.slice(0, 16))}</ShortName>
<Description>${escaped(t('search.field'))}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escaped(origin)}/favicon.svg</Image>
<Url type="text/html" template="${escaped(origin)}/search?q={searchTerms}"/>
</OpenSearchDescription>
`;
    const rendition = await inPassing(content, encodingFor(request.headers['accept-encoding']));
    send(request, response, rendition, 'application/opensearchdescription+xml; charset=utf-8', {
      'Cache-Control': 'private, no-cache',
      'Content-Language': language,
      Vary: 'Host, Cookie, Accept-Language, Accept-Encoding',
    });
  };
}
