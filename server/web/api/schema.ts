/** A part of the description: JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

export const text = (description?: string): Schema => ({
  type: 'string',
  ...(description !== undefined && { description }),
});
export const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description });
export const count = (description?: string): Schema => ({
  type: 'integer',
  minimum: 0,
  ...(description !== undefined && { description }),
});
export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** All of `properties` are there; those of `optional` may be. More may be added later. */
export function object(
  properties: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return { type: 'object', required: Object.keys(properties), properties: { ...properties, ...optional } };
}

export const span = { start: count('In UTF-16 code units.'), end: count('Behind the last one.') };
export const id: Schema = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' };
export const segmentId: Schema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]*$',
  description: 'Unique in its document; never reused.',
};

/** Ranges of a text, as pairs. */
export const ranges: Schema = listOf({
  type: 'array',
  description: 'Start and end, in UTF-16 code units.',
  prefixItems: [count(), count()],
  items: false,
  minItems: 2,
});
