/**
 * The dependencies of the published package; all others are bundled. These two are kept, because their code is loaded
 * anew, apart from what else a process has of it (`provider/client/alicloudLibraries.ts`), and that takes files of theirs.
 */
export const keptDependencies = ["@alicloud/credentials", "@alicloud/pop-core"] as const;
