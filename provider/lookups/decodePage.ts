import type { ServiceReply } from "../client/serviceReply.ts";
import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Operation } from "../core/operation.ts";
import { type PagePosition, readPage } from "../core/readPage.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";
import type { PageReply } from "../core/startPass.ts";
import { checkEchoes } from "./filterAndCheckRows.ts";
import type { Target } from "./target.ts";

const MAX_CODE = 100;

/** The rows of one reply. @throws ReplyError for a reply that is no page of what was asked for. */
export function decodePage(
  operation: Operation,
  { body, serviceTime, codeDespiteSuccess }: ServiceReply,
  { target, position }: { readonly target: Target; readonly position: PagePosition },
): PageReply {
  const page = readPage(operation, body, position);
  if (page.rows.length === 0 && codeDespiteSuccess !== undefined) {
    throw new ReplyError(
      `Success is true, but beside it stand the code ${redactToShortLine(codeDespiteSuccess, MAX_CODE)} and no rows.`,
    );
  }
  // Here and not where pages are counted, so that it is a fault of this reply, and the page is asked for again.
  if (operation.api.paging && page.total === undefined) {
    const { action } = operation.api;
    throw new ReplyError(`${action} sent no readable total: whether these rows are all of them cannot be told.`);
  }
  checkEchoes(operation, page.echoed, target);
  return { ...page, serviceTime };
}
