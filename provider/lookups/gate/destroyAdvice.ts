/** In the report of a gate that refuses to be deleted. Under `deny`, taking `denyDestroy` away would be refused too. */
export const DESTROY_ADVICE =
  "The gate has denyDestroy: to delete it all the same, first deploy it with denyDestroy: false and enforcement: off.";
