import type { CatalogueCase } from "./CatalogueCase.ts";
import { envelopeCases } from "./envelopes.ts";
import { networkCases } from "./network.ts";
import { pagingCases } from "./paging.ts";
import { scalarCases } from "./scalars.ts";
import { shapeCases } from "./shapes.ts";
import { textCases } from "./texts.ts";
import { transportCases } from "./transport.ts";

/** Every numbered reply that the emulator can give. */
export const faultCatalogue: readonly CatalogueCase[] = [
  ...shapeCases,
  ...scalarCases,
  ...textCases,
  ...pagingCases,
  ...envelopeCases,
  ...transportCases,
  ...networkCases,
];
