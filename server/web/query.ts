import { BadRequest } from './bad-request.ts';

const LONGEST = 2000;

/** The parameters of a request. Only those that a page asks for are looked at; the others are ignored. */
export class Query {
  readonly #parameters: URLSearchParams;

  /** @throws BadRequest `long-address` if the query string is over `longest` characters. */
  constructor(url: string, longest = LONGEST) {
    this.#parameters = new URLSearchParams(queryStringOf(url, longest));
  }

  /** @throws BadRequest `repeated` if it is given more than once. */
  value(name: string): string | undefined {
    const values = this.#parameters.getAll(name);
    if (values.length > 1) throw new BadRequest('repeated', { name });
    return values[0];
  }

  /** @throws BadRequest `choice` if the value is none of `values`, `repeated` as above. */
  choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const chosen = values.find((one) => one === value);
    if (chosen === undefined) throw new BadRequest('choice', { name, values: values.join(', ') });
    return chosen;
  }

  /** @throws BadRequest `number` if the value is no whole number from `least` to `most`, `repeated` as above. */
  whole(name: string, least: number, most: number): number | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new BadRequest('number', { name, least, most });
  }
}

/** @throws BadRequest `long-address` if it is over `longest` characters. */
export function queryStringOf(url: string, longest = LONGEST): string {
  const at = url.indexOf('?');
  const text = at === -1 ? '' : url.slice(at + 1);
  if (text.length > longest) throw new BadRequest('long-address', { limit: longest });
  return text;
}
