import fc from "fast-check";

/** What is different about a row. */
export type Tweak<Row> = (row: Row) => Partial<Row>;

/** One after the other. */
export function withTweaks<Row>(row: Row, tweaks: readonly Tweak<Row>[]): Row {
  let result = row;
  for (const tweak of tweaks) result = { ...result, ...tweak(result) };
  return result;
}

/** Most often none or one. */
export function someTweaks<Row>(tweaks: readonly Tweak<Row>[]): fc.Arbitrary<readonly Tweak<Row>[]> {
  const tweak = fc.constantFrom(...tweaks);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(tweak, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(tweak, { minLength: 2, maxLength: 3 }) },
  );
}
