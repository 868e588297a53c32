import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstallPlan } from './installPlan.ts'

export const installScriptName = 'Install-Goldthread.ps1'

const folder = join(import.meta.dirname, 'install')
const standIn = '__PLAN__'

/**
 * JSON for a here-string of PowerShell: one column or permission a line, and nothing but ASCII, so that no editor or
 * console changes a letter and no typographic quote ends the string.
 */
const planText = (plan: InstallPlan): string =>
  JSON.stringify(plan, null, 1)
    .replace(/[^\n\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\{\n\s+"name": [^{}]*(?:\{[^{}]*\})?[^{}]*\}/g, (column) => column.replace(/\n\s+/g, ' '))

/** The whole script: the parts of src/cli/packaging/install one after another, the plan put in. Lines end as on Windows. */
export const installScript = async (plan: InstallPlan): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ps1')).toSorted()
  const parts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return parts
    .join('')
    .replace(standIn, () => planText(plan))
    .replaceAll('\n', '\r\n')
}
