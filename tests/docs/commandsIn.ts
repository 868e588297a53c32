import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** README and every document under docs, by path from the project's folder. */
export const documents = (): string[] => [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((name) => join('docs', name))
    .filter((path) => path.endsWith('.md')),
]

/** A command as a document shows it, and where. */
export type Shown = { readonly command: string; readonly at: string }

const shells = ['', 'sh', 'bash', 'powershell', 'pwsh']
const starts = /^(?:[A-Z_]+=\S+ )?(?:npm|npx|node|curl|git) /

/**
 * Commands of a document: each line of a fenced block that is a shell's (no language, sh, powershell), and inline code
 * that begins with npm, npx, node, curl or git. A block of anything else (text, json, xml, nginx) is no command.
 */
export const commandsIn = (markdown: string, path: string): Shown[] => {
  const found: Shown[] = []
  let fence: string | null = null
  let carried = ''
  markdown.split('\n').forEach((line, i) => {
    const at = `${path}:${i + 1}`
    const opens = /^\s*```(\w*)\s*$/.exec(line)
    if (opens) {
      fence = fence === null ? opens[1]! : null
      return
    }
    if (fence !== null) {
      const text = line.trim()
      if (!shells.includes(fence) || text === '' || text.startsWith('#')) return
      const whole = carried + text
      // A line that goes on with a backslash or PowerShell's backtick.
      const goesOn = /[\\`]$/.test(whole)
      carried = goesOn ? `${whole.slice(0, -1).trim()} ` : ''
      if (!goesOn) found.push({ command: whole, at })
      return
    }
    for (const [, code] of line.matchAll(/`([^`]+)`/g))
      if (starts.test(code!)) found.push({ command: code!.trim(), at })
  })
  return found
}

export const commandsShown = (): Shown[] =>
  documents().flatMap((path) => commandsIn(readFileSync(path, 'utf8'), path))
