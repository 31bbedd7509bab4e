/** Node's code of an error, such as `ENOENT`; undefined for an error without one. */
export function nodeErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
