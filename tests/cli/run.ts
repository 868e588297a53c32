import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
export type Ran = { readonly code: number | null; readonly out: string; readonly error: string }

/** Runs the command line as a person does: another process, its own streams and exit code. */
export const make = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...args])
    let [out, error] = ['', '']
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (error += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, error }))
  })

export const temporaryFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'goldthread-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
