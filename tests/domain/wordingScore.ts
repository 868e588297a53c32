import { check } from '../../src/domain/wording/check.ts'
import type { TextKind, WordingFinding } from '../../src/domain/wording/types.ts'

const withParts = new Set(['provision.amounts', 'outcome.smart'])
const short = (rule: string) => rule.replace(/^provision\./, '').replace(/^outcome\.smart$/, 'smart')

/** Findings as the tables of sentences write them: `often`, `amounts(duration who)`. */
const told = (findings: readonly WordingFinding[]): string[] =>
  findings.map(({ rule, whatIsMissing }) =>
    withParts.has(rule) ? `${short(rule)}(${whatIsMissing.join(' ')})` : short(rule),
  )

export const toldOf = (kind: TextKind, text: string): string[] =>
  told(check(text, { kind, today: '2026-11-22' }))

const pieces = (all: readonly string[]) =>
  all.flatMap((one) => {
    const [, name, parts] = /^(\w[\w.]*)\((.*)\)$/.exec(one) ?? []
    return name ? parts!.split(' ').map((part) => `${name}:${part}`) : [one]
  })

/** What was expected and not found, and what was found and not expected; each missing part counts by itself. */
export const compared = (expected: readonly string[], found: readonly string[]) => {
  const [wanted, got] = [pieces(expected), pieces(found)]
  const without = (all: readonly string[], taken: readonly string[]) => {
    const left = [...taken]
    return all.filter((one) => {
      const at = left.indexOf(one)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }
  return {
    wanted: wanted.length,
    got: got.length,
    missed: without(wanted, got),
    alarms: without(got, wanted),
  }
}
