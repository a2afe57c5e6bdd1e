/** Next calls this once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { followResponses } = await import("./app/_server/answer-status.ts");
  followResponses();
}
