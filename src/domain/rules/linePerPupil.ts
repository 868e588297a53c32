import type { MeasuredLine } from './analysisLines.ts'

/** How much a line says of how its pupil did on a tool: both ends on it, no other tool, another tool. */
const rankOf = ({ impact: { compared } }: MeasuredLine, tool: string): number =>
  compared.tool === null ? 1 : compared.tool.key === tool ? (compared.gain === null ? 1 : 2) : 0

/** Later: measured later, else begun later; a key decides between two of one day, so that no run differs. */
const isLater = ({ line, impact }: MeasuredLine, than: MeasuredLine): boolean => {
  const [own, other] = [
    [impact.exit?.day ?? '', line.from, line.key],
    [than.impact.exit?.day ?? '', than.line.from, than.line.key],
  ]
  const at = own.findIndex((part, index) => part !== other[index])
  return at >= 0 && own[at]! > other[at]!
}

/**
 * Each pupil once: of lines of the same pupil the latest that has a start and an end on this tool (its key), else the
 * latest. Means, spreads and shares take every number for that of another child: somebody supported twice would weigh
 * double and make a group look larger than it is. Taking the latest leaves nobody to pick the better one.
 */
export const linePerPupil = (lines: readonly MeasuredLine[], tool: string): MeasuredLine[] => {
  const taken = new Map<string, MeasuredLine>()
  for (const one of lines) {
    const known = taken.get(one.line.pupil)
    const more = known ? rankOf(one, tool) - rankOf(known, tool) : 1
    if (more > 0 || (known && more === 0 && isLater(one, known))) taken.set(one.line.pupil, one)
  }
  return [...taken.values()]
}
