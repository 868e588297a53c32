import { resolve } from 'node:path'

export type ServerOptions = {
  /** Where the embedded school is kept. */
  readonly data: string
  /** The port to try first. */
  readonly port: number
  /** Forget what is stored and fill it afresh. */
  readonly reset: boolean
  /** Leave every list to its site's permissions, as where IT's script was never run. */
  readonly unguarded: boolean
  readonly help: boolean
}

export const usage = `npm start -- [--reset] [--data DIR] [--port N] [--no-build] [--unguarded]
  --reset     forget what is stored and fill the made-up schools afresh
  --data DIR  where they are kept (default .goldthread/school)
  --port N    the port to serve at (default 4280; the next free one is taken when it is busy)
  --unguarded leave the disclosure log open to all readers of its site, as before IT's script was run
  --no-build  use the pages as they were last built`

/** What was asked for on the command line. Throws a sentence for what it does not know. */
export const optionsFrom = (args: readonly string[]): ServerOptions => {
  let options: ServerOptions = {
    data: resolve('.goldthread/school'),
    port: 4280,
    reset: false,
    unguarded: false,
    help: false,
  }
  const rest = [...args]
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === '--reset') options = { ...options, reset: true }
    else if (flag === '--unguarded') options = { ...options, unguarded: true }
    else if (flag === '--help') options = { ...options, help: true }
    else if (flag === '--no-build') continue
    else if (flag === '--data') options = { ...options, data: resolve(value(flag, rest)) }
    else if (flag === '--port') options = { ...options, port: portOf(value(flag, rest)) }
    else throw new Error(`${flag} is not known here.\n${usage}`)
  }
  return options
}

const value = (flag: string, rest: string[]): string => {
  const next = rest.shift()
  if (next === undefined || next.startsWith('--')) throw new Error(`${flag} needs a value.\n${usage}`)
  return next
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${text} is not a port number.`)
  return port
}
