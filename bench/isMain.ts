import { fileURLToPath } from 'node:url'

/** Whether a file is what Node was asked to run, not what another file took in: `isMain(import.meta.url)`. */
export const isMain = (url: string): boolean => process.argv[1] === fileURLToPath(url)
