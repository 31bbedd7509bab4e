/** Stands for the time of packing, so that the same sources give the same files: the one that npm gives to every file. */
export const packTime = new Date("1985-10-26T08:15:00.000Z");
