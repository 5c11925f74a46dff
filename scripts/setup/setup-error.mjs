/** Setup cannot go on by itself; `remedy` is what the person can run. */
export class SetupError extends Error {
  constructor(message, remedy) {
    super(message)
    this.remedy = remedy
  }
}
