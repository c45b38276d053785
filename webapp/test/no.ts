/** The authority refuses. */
export class No extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
