type Member<T, Key> = Key extends keyof T ? T[Key] : never;

/**
 * `AsyncDisposable`, for `await using`, where the program's TypeScript has it (5.2), and nothing where it does not: the
 * name itself would be an error there.
 */
export type MaybeAsyncDisposable = {
  readonly [Method in Extract<Member<SymbolConstructor, "asyncDispose">, symbol>]: () => Promise<void>;
};
