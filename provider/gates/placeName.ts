/** Where requests go: the region, and what answers there (see `Endpoint.regionOrUrl`). */
export interface Place {
  readonly region: string;
  readonly regionOrUrl: string;
}

/** `cn-hangzhou`; for an endpoint that was set by hand `cn-hangzhou at https://rds.example.internal`. */
export function placeName({ region, regionOrUrl }: Place): string {
  const name = region.toLowerCase();
  return regionOrUrl === name ? name : `${name} at ${regionOrUrl}`;
}
