export function withLock<Result>(lockFile: string, work: () => Promise<Result>): Promise<Result>;
