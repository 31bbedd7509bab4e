import type { CatalogueCase } from "./CatalogueCase.ts";
import { envelopeCases } from "./envelopeCases.ts";
import { networkAndServiceCases } from "./networkAndServiceCases.ts";
import { pagingCases } from "./pagingCases.ts";
import { scalarCases } from "./scalarCases.ts";
import { shapeCases } from "./shapeCases.ts";
import { textCases } from "./textCases.ts";
import { transportCases } from "./transportCases.ts";

/** Every numbered reply that the emulator can give. */
export const faultCatalogue: readonly CatalogueCase[] = [
  ...shapeCases,
  ...scalarCases,
  ...textCases,
  ...pagingCases,
  ...envelopeCases,
  ...transportCases,
  ...networkAndServiceCases,
];
