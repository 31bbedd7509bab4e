/** What everything else calls a thing of this kind, and what a user must know about it. */
export interface EntityNames {
  /** In sentences: `backup`, `backups`. */
  readonly label: string;
  readonly labels: string;
  /** `backup`: the property of one. */
  readonly singleProperty: string;
  /** `backups`: the property of many. */
  readonly listProperty: string;
  /** `Backup`: the type, and the stem of every function name. */
  readonly type: string;
  /** `BackupDownload`: the stem of the link function, where there are links. */
  readonly linkFunctionStem?: string;
  /** One sentence, and the limits that a user must know. */
  readonly summary: string;
}

/** `entity("migrate task", ...)` is a `migrateTask` in properties and a `MigrateTask` in types. */
export function entity(
  label: string,
  { summary, linkFunctionStem }: Pick<EntityNames, "summary" | "linkFunctionStem">,
): EntityNames {
  const type = label
    .split(" ")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join("");
  const singleProperty = type.slice(0, 1).toLowerCase() + type.slice(1);
  return {
    label,
    labels: `${label}s`,
    singleProperty,
    listProperty: `${singleProperty}s`,
    type,
    summary,
    ...(linkFunctionStem && { linkFunctionStem }),
  };
}
