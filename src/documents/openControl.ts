import type { Control } from './readControls.ts'

/** A control while it is read, with what was seen in it so far. */
export type Open = {
  tag: string
  text: string
  placeholder: boolean
  deleted: boolean
  breakBefore: boolean
  kind: Control['kind']
  locked: boolean
  /** Whether something in it is to go, whether some of its text is new under tracked changes, and whether some isn't. */
  going: boolean
  fresh: boolean
  settled: boolean
  commented: boolean
  holds: boolean
  /** The control itself is deleted under tracked changes, not its text alone. */
  gone: boolean
}

export const newControl = (): Open => ({
  tag: '',
  text: '',
  placeholder: false,
  deleted: false,
  breakBefore: false,
  kind: undefined,
  locked: false,
  going: false,
  fresh: false,
  settled: false,
  commented: false,
  holds: false,
  gone: false,
})

/** What says in a control's properties that it is no text. */
export const kinds: Readonly<Record<string, Control['kind']>> = {
  date: 'date',
  dropDownList: 'list',
  comboBox: 'other',
  picture: 'other',
  checkbox: 'other',
  group: 'other',
  docPartObj: 'other',
  docPartList: 'other',
  repeatingSection: 'other',
}

/** What was read, as a document's controls: those with a tag that are not deleted themselves. */
export const controlsOf = (read: readonly Open[]): readonly Control[] =>
  standing(
    read.flatMap(({ tag, text: said, ...is }) =>
      tag === '' || is.gone
        ? []
        : [
            {
              tag,
              text: is.placeholder ? '' : said,
              ...(is.placeholder ? { placeholder: true as const } : {}),
              ...(is.deleted && said === '' ? { deleted: true as const } : {}),
              ...(is.kind ? { kind: is.kind } : {}),
              ...(is.locked ? { locked: true as const } : {}),
              ...(is.going || (is.fresh && is.settled) ? { tracked: true as const } : {}),
              ...(is.commented ? { commented: true as const } : {}),
              ...(is.holds ? { holds: true as const } : {}),
            },
          ],
    ),
  )

/** Text that was replaced under tracked changes is still there, deleted: what came in its place counts. */
const standing = (all: readonly Control[]): readonly Control[] => {
  const there = new Set(all.filter(({ deleted }) => !deleted).map(({ tag }) => tag))
  return all.filter(({ tag, deleted }) => !deleted || !there.has(tag))
}
