import type { CatalogueCase } from "./CatalogueCase.ts";
import { envelopeCases } from "./envelopeCases.ts";
import { listShapeCases } from "./listShapeCases.ts";
import { networkAndServiceCases } from "./networkAndServiceCases.ts";
import { pagingCases } from "./pagingCases.ts";
import { scalarCases } from "./scalarCases.ts";
import { textAndKeyCases } from "./textAndKeyCases.ts";
import { transportAndRefusalCases } from "./transportAndRefusalCases.ts";

/** Every numbered reply that the emulator can give. */
export const faultCatalogue: readonly CatalogueCase[] = [
  ...listShapeCases,
  ...scalarCases,
  ...textAndKeyCases,
  ...pagingCases,
  ...envelopeCases,
  ...transportAndRefusalCases,
  ...networkAndServiceCases,
];
