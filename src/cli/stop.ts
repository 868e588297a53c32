/** Ends the command with one line for the person and an exit code. It never tells a pupil's name. */
export class Stop extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

/** What was asked for is not there, or was asked for in a way that is not understood. */
export const notFound = (message: string): Stop => new Stop(message, 2)
