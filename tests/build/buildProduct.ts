import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Builds the pages that a school hosts into a folder, as `npm run build` does: Vitest's own NODE_ENV would make another. */
export const buildProduct = async (out: string): Promise<void> => {
  const { NODE_ENV: _, ...env } = process.env
  const args = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', out]
  await promisify(execFile)(process.execPath, args, { env })
}
