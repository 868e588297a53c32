import { plainText } from '../documents/plainText.ts'
import type { Setting, Writable } from '../documents/update.ts'
import { Problem } from '../domain/problem.ts'
import { grouped } from '../domain/grouped.ts'
import { inOffice } from './office.ts'
import { asked, type OpenDocument, readOpenDocument } from './word.ts'
import { readOwnPart } from './wordParts.ts'

const has = (version: string) => Office.context.requirements.isSetSupported('WordApi', version)

/** Kinds of control that this Word gives a program: a type that it doesn't know would fail the whole reading. */
const types = (): Word.ContentControlType[] => [
  'RichText' as Word.ContentControlType,
  'PlainText' as Word.ContentControlType,
  ...(has('1.9') ? ['DropDownList' as Word.ContentControlType] : []),
]

/** What this Word lets a program write into. Day pickers are given by desktop Word alone, from WordApiDesktop 1.3. */
export const writable = (): Writable => ({ list: has('1.9') })

/** The open document with what the file says of itself. */
export const readOpenMinutes = async (): Promise<OpenDocument> => {
  const [document, own] = await Promise.all([readOpenDocument(), readOwnPart()])
  return own.identity ? { ...document, ...own } : document
}

export type Written = {
  /** As it was read before anything was written. */
  readonly document: OpenDocument
  readonly done: readonly Setting[]
  /** What Word didn't take after all. */
  readonly refused: readonly Setting[]
  /** Track changes is on: what was written is marked as a change. */
  readonly tracked: boolean
}

type Target = { readonly setting: Setting; readonly controls: readonly Word.ContentControl[] }

const write = (control: Word.ContentControl, { to, placeholder }: Setting): void => {
  if (to !== '') return void control.insertText(to, 'Replace')
  // Word in a browser refuses to set a placeholder, and shows its own.
  if (placeholder !== '' && Office.context.platform !== Office.PlatformType.OfficeOnline)
    control.placeholderText = placeholder
  control.clear()
}

/** The choices of the lists that are to be set; one more round trip, only where there are any. */
const choicesOf = async (context: Word.RequestContext, targets: readonly Target[]) => {
  const lists = targets.filter(({ setting }) => setting.kind === 'list')
  const items = lists.flatMap(({ setting, controls }) =>
    controls.map((control) => {
      const { listItems } = control.dropDownListContentControl
      listItems.load('items/displayText')
      return { setting, listItems }
    }),
  )
  if (items.length > 0) await context.sync()
  return items.map(({ setting, listItems }) => ({
    setting,
    item: listItems.items.find(({ displayText }) => displayText === (setting.to || setting.placeholder)),
  }))
}

/** How much of what was to be written stands in the document after Word stopped in the middle. */
const stands = async (settings: readonly Setting[]): Promise<Setting[]> => {
  const { controls } = await readOpenDocument()
  const byTag = grouped(controls, ({ tag }) => tag)
  return settings.filter(({ tag, to }) =>
    (byTag.get(tag) ?? []).every(({ text, placeholder }) => (placeholder ? '' : plainText(text)) === to),
  )
}

/**
 * Writes single fields of the open document: one round trip reads it, `plan` says from what was read which fields are
 * to say what, and one more writes them (lists to choose from need one between). Nothing but these controls' contents
 * is touched. Problem `unsupported` below WordApi 1.5; where Word stops in the middle, what was written is told.
 */
export const writeFields = async (plan: (document: OpenDocument) => readonly Setting[]): Promise<Written> => {
  const what = 'Updating single fields of a document (it needs a newer Word)'
  if (!has('1.5')) throw new Problem({ code: 'unsupported', what }, 'WordApi 1.5 is missing')
  const own = await readOwnPart()
  let planned: readonly Setting[] = []
  let document: OpenDocument | null = null
  let tracked = false
  try {
    return await inOffice('Updating this document', () =>
      Word.run(async (context) => {
        const reading = asked(context)
        const given = context.document.getContentControls({ types: types() })
        given.load('items/tag')
        await context.sync()
        const read = reading()
        document = own.identity ? { ...read, ...own } : read
        tracked = read.told?.tracking === true
        planned = plan(document)
        const byTag = grouped(given.items, ({ tag }) => tag)
        const targets = planned.flatMap((setting): Target[] => {
          const controls = byTag.get(setting.tag) ?? []
          return controls.length === setting.count ? [{ setting, controls }] : []
        })
        const choices = await choicesOf(context, targets)
        const without = new Set(choices.filter(({ item }) => !item).map(({ setting }) => setting))
        const done = targets.map(({ setting }) => setting).filter((setting) => !without.has(setting))
        for (const { setting, controls } of targets)
          if (setting.kind !== 'list') for (const control of controls) write(control, setting)
        for (const { setting, item } of choices) if (!without.has(setting)) item?.select()
        if (done.length > 0) await context.sync()
        return { document, done, refused: planned.filter((one) => !done.includes(one)), tracked }
      }),
    )
  } catch (thrown) {
    if (!document || planned.length === 0) throw thrown
    const done = await stands(planned)
    if (done.length === 0) throw thrown
    return { document, done, refused: planned.filter((one) => !done.includes(one)), tracked }
  }
}

/**
 * Selects a field by its tag, or puts the cursor at its start or end, and brings it into view: the `nth` of those with
 * that tag. False where the document hasn't it, or this Word doesn't give that kind of field to a program.
 */
export const selectField = (
  tag: string,
  nth = 0,
  mode: 'Select' | 'Start' | 'End' = 'Select',
): Promise<boolean> =>
  inOffice('Looking for this field', () =>
    Word.run(async (context) => {
      if (!has('1.5')) return false
      const given = context.document.getContentControls({ types: types() })
      given.load('items/tag')
      await context.sync()
      const found = given.items.filter((control) => control.tag === tag)
      const control = found[Math.min(nth, found.length - 1)]
      if (!control) return false
      control.select(mode)
      await context.sync()
      return true
    }),
  )
