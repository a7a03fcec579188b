import fc from 'fast-check';

const UNITS = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  // Also halves of surrogate pairs, control characters and whatever nobody sees.
  fc.integer({ min: 0, max: 0xffff }),
);

/** Any text, also one that is none. */
export const anyText: fc.Arbitrary<string> = fc
  .array(UNITS, { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
