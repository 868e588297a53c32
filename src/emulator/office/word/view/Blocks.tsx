import { mergeClasses } from '@fluentui/react-components'
import { memo, type CSSProperties, type KeyboardEvent } from 'react'
import { choicesOf, contentOf, propertiesOf, putText, typeOf } from '../controls.ts'
import { attr, children, closest, isW, kid, val } from '../dom.ts'
import { styleOf } from '../styles.ts'
import { isHeaderRow } from '../tableParts.ts'
import { textOf } from '../text.ts'
import type { WordFile } from '../wordFile.ts'
import { keyOf, useEditor } from './editor.ts'
import { tabOn } from './fieldActs.ts'
import { Inline, titleOf } from './Inline.tsx'
import type { ListLabel } from './listLabels.ts'
import { useDocumentStyles } from './useDocumentStyles.ts'

/** 1 to 9 for a heading, by its own or its style's outline level; null for other paragraphs. */
const headingLevel = (word: WordFile, paragraph: Element): number | null => {
  const properties = kid(paragraph, 'pPr')
  let level = val(properties, 'outlineLvl')
  let id = val(properties, 'pStyle')
  for (let steps = 0; level === null && id !== null && steps < 10; steps++) {
    const style = styleOf(word, id)
    const look = style && kid(style, 'pPr')
    level =
      val(look, 'outlineLvl') ??
      /^heading (\d)$/i.exec(val(style, 'name') ?? '')?.[1]?.replace(/\d/, (n) => String(Number(n) - 1)) ??
      null
    id = val(style, 'basedOn')
  }
  return level === null || Number(level) > 8 ? null : Number(level) + 1
}

const headingTags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const headingSizes = ['26px', '20px', '17px', '16px']
const alignments: Record<string, CSSProperties['textAlign']> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
}

type Labels = ReadonlyMap<Element, ListLabel>
/** `version` is when the block was last changed: as it is memoised, it is drawn again only then. */
type BlockProps = { element: Element; labels: Labels; version: number }
type ParagraphProps = { element: Element; label: string | undefined; depth: number; version: number }

const Paragraph = memo(function Paragraph({ element, label, depth }: ParagraphProps) {
  const styles = useDocumentStyles()
  const { word } = useEditor()
  const level = headingLevel(word, element)
  const title = val(kid(element, 'pPr'), 'pStyle') === 'Title'
  const textAlign = alignments[val(kid(element, 'pPr'), 'jc') ?? '']
  const around = closest(element, 'sdt')
  const name =
    around && typeOf(around) !== 'Group'
      ? titleOf(around)
      : level
        ? 'Heading'
        : label
          ? 'List entry'
          : 'Paragraph'
  const text = <Inline parent={element} label={name} />
  if (level !== null || title) {
    const Tag = headingTags[(level ?? 1) - 1] ?? 'h6'
    const fontSize = title ? '30px' : (headingSizes[(level ?? 1) - 1] ?? '15px')
    return (
      <Tag className={styles.heading} style={{ textAlign, fontSize }}>
        {text}
      </Tag>
    )
  }
  if (label)
    return (
      <div className={styles.listItem} style={{ marginLeft: `${depth * 24 + 8}px` }}>
        <span className={styles.label}>{label}</span>
        <div>{text}</div>
      </div>
    )
  return (
    <div className={styles.paragraph} style={{ textAlign }}>
      {text}
    </div>
  )
})

type Cell = { element: Element; control: Element | null }

/** The cells of a row, each with the control around it, if there is one. */
const cellsOf = (row: Element, control: Element | null = null): Cell[] =>
  children(row).flatMap((child) => {
    if (isW(child, 'tc')) return [{ element: child, control }]
    return isW(child, 'sdt') ? cellsOf(contentOf(child), child) : []
  })

const rowsOf = (table: Element): Element[] =>
  children(table).flatMap((child) => {
    if (isW(child, 'tr')) return [child]
    return isW(child, 'sdt') ? rowsOf(contentOf(child)) : []
  })

const TableCell = ({ cell, head, labels }: { cell: Cell; head: boolean; labels: Labels }) => {
  const styles = useDocumentStyles()
  const editor = useEditor()
  const properties = kid(cell.element, 'tcPr')
  const merged = properties && kid(properties, 'vMerge')
  if (merged && attr(merged, 'val') !== 'restart')
    return <td className={styles.cell} aria-label="Joined to the cell above" />
  const Tag = head ? 'th' : 'td'
  return (
    <Tag
      className={mergeClasses(
        styles.cell,
        head && styles.headerCell,
        cell.control !== null && styles.controlCell,
      )}
      colSpan={Number(val(properties, 'gridSpan') ?? 1)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Tab' || event.shiftKey || editor.readOnly) return
        if (tabOn(editor, cell.element)) event.preventDefault()
      }}
      {...(head ? { scope: 'col' } : {})}
      {...(cell.control
        ? { 'data-tag': val(propertiesOf(cell.control), 'tag') ?? '', title: titleOf(cell.control) }
        : {})}
    >
      <Blocks holder={cell.element} labels={labels} />
    </Tag>
  )
}

/** Each column's share of the width in percent, as the grid has it; none where the grid does not say. */
const sharesOf = (table: Element): number[] => {
  const grid = kid(table, 'tblGrid')
  const widths = grid ? children(grid).map((column) => Number(attr(column, 'w'))) : []
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return whole > 0 ? widths.map((width) => (100 * width) / whole) : []
}

const Table = memo(function Table({ element, labels }: BlockProps) {
  const styles = useDocumentStyles()
  const shares = sharesOf(element)
  return (
    <table className={styles.table}>
      <colgroup>
        {shares.map((share, at) => (
          <col key={at} style={{ width: `${share}%` }} />
        ))}
      </colgroup>
      <tbody>
        {rowsOf(element).map((row) => (
          <tr key={keyOf(row)}>
            {cellsOf(row).map((cell) => (
              <TableCell key={keyOf(cell.element)} cell={cell} head={isHeaderRow(row)} labels={labels} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

const BlockChoice = ({ sdt }: { sdt: Element }) => {
  const styles = useDocumentStyles()
  const { word } = useEditor()
  const now = textOf([contentOf(sdt)])
  return (
    <select
      className={styles.choice}
      aria-label={titleOf(sdt)}
      value={now}
      onChange={(event) => putText(word, sdt, event.target.value, 'Replace')}
    >
      {[...new Set([now, ...choicesOf(sdt)])].map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  )
}

const BlockControl = memo(function BlockControl({ element: sdt, labels }: BlockProps) {
  const styles = useDocumentStyles()
  const type = typeOf(sdt)
  return (
    <section
      className={mergeClasses(styles.control, styles.blockControl)}
      data-tag={val(propertiesOf(sdt), 'tag') ?? ''}
      data-control={type}
      aria-label={titleOf(sdt)}
    >
      <span className={styles.title} aria-hidden="true">
        {titleOf(sdt)}
      </span>
      {type === 'DropDownList' ? (
        <BlockChoice sdt={sdt} />
      ) : (
        <Blocks holder={contentOf(sdt)} labels={labels} />
      )}
    </section>
  )
})

/** Paragraphs, tables and controls one under another; what this view cannot draw is said, not left out. */
export const Blocks = ({ holder, labels }: { holder: Element; labels: Labels }) => {
  const { word } = useEditor()
  return children(holder).map((element) => {
    const key = keyOf(element)
    const version = word.versionOf(element)
    const label = labels.get(element)
    if (isW(element, 'p'))
      return (
        <Paragraph
          key={key}
          element={element}
          label={label?.text}
          depth={label?.depth ?? 0}
          version={version}
        />
      )
    if (isW(element, 'tbl')) return <Table key={key} element={element} labels={labels} version={version} />
    if (isW(element, 'sdt'))
      return <BlockControl key={key} element={element} labels={labels} version={version} />
    if (isW(element, 'altChunk')) return <p key={key}>[part of another document, not shown here]</p>
    return null
  })
}
