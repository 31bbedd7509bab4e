/** What start.ts could not set up, for tasks that count it among their own failures. */
export function setUpProblems(): readonly string[] {
  const problems: unknown = JSON.parse(process.env.SET_UP_PROBLEMS ?? "[]");
  return Array.isArray(problems) ? problems.map(String) : [];
}
