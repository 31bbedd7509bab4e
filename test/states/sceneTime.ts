/** The moment at which the states were recorded, and at which their tests take place. */
export const sceneTime = Date.parse("2026-11-20T03:00:00Z");
