/** Where requests go: the region, and what answers there (see `Endpoint.place`). */
export interface Place {
  readonly region: string;
  readonly place: string;
}

/** `cn-hangzhou`; for an endpoint that was set by hand `cn-hangzhou at https://rds.example.internal`. */
export function placeName({ region, place }: Place): string {
  const name = region.toLowerCase();
  return place === name ? name : `${name} at ${place}`;
}
