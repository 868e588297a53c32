import type { Form, FormField } from './fields.ts'
import { type Line, linesOf } from './lines.ts'
import type { KeptMapping } from './pack.ts'
import { textIn } from './pieces.ts'
import type { Element } from './tree.ts'

/** A line as room for an answer, though nothing in the form shows it; called by the words before it. */
type Room = { readonly line: Line; readonly label: string; readonly nth: number }

const longestLabel = 160
const mainPart = 'word/document.xml'

const wordsOf = (line: Line) => textIn(line.paragraph).replace(/[:\s]+$/, '')

/** The words beside or above a line: of its own row first, then of its column, then whatever stands last before it. */
const labelOf = (line: Line, lines: readonly Line[]): string => {
  const own = wordsOf(line)
  if (own) return own
  const before = lines.slice(0, line.index).toReversed()
  const { cell } = line
  const near = cell
    ? (before.find((one) => one.cell?.table === cell.table && one.cell.row === cell.row && wordsOf(one)) ??
      before.find((one) => one.cell?.table === cell.table && one.cell.cell === cell.cell && wordsOf(one)))
    : undefined
  const found = near ?? before.find((one) => wordsOf(one))
  return found ? wordsOf(found) : ''
}

const roomsOf = (lines: readonly Line[]): Room[] => {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const label = labelOf(line, lines).slice(0, longestLabel)
    const nth = (seen.get(label) ?? 0) + 1
    seen.set(label, nth)
    return { line, label, nth }
  })
}

const fieldOf = ({ line, label, nth }: Room) => ({
  id: `added${line.index}`,
  takes: 'text' as const,
  label,
  option: null,
  context: [],
  most: null,
  options: null,
  now: '',
  spot: { how: 'paragraph' as const, paragraph: line.paragraph, behind: wordsOf(line) !== '' },
  added: nth,
  part: mainPart,
})

/** Any line as a place that takes text: into it where it is empty, else behind its words. */
export const roomAt = (lines: readonly Line[], line: Line): FormField => fieldOf(roomsOf(lines)[line.index]!)

/** A form with one more place. */
export const withPlace = (form: Form, field: FormField): Form =>
  form.fields.some(({ id }) => id === field.id) ? form : { ...form, fields: [...form.fields, field] }

/** A form with the places that somebody added to its pack, as far as it still has their lines. `root`: of its main part. */
export const withAdded = (form: Form, root: Element | null, kept: KeptMapping): Form => {
  const wanted = kept.fields.filter(({ added }) => added)
  if (wanted.length === 0 || !root) return form
  const rooms = roomsOf(linesOf(root))
  return wanted.reduce((all, { label, nth }) => {
    const room = rooms.find((one) => one.label === label && one.nth === (nth ?? 1))
    return room ? withPlace(all, fieldOf(room)) : all
  }, form)
}
