import { t } from '../../words/t.ts'
import { type ChangeEvent, memo } from 'react'
import { fullName } from '../../domain/records/pupil.ts'
import { rowHeight } from '../../ui/tableStyles.ts'
import { hrefOf } from '../routes.ts'
import { Cell, Name } from './cells.tsx'
import { type Column, type ColumnOf, columns as columnsOf } from './columns.ts'
import type { Look } from './gridStyles.ts'
import type { Row } from './rows.ts'

/** What a cell may have no room for, for the pointer; never what names a child. */
const wholeOf = (column: Column, text: string): string | undefined => {
  const of: ColumnOf = columnsOf[column]
  // Six pixels are a narrow letter: what is shorter fits.
  return of.personal || column === 'due' || text.length * 6 < of.width - 20 ? undefined : text
}

/**
 * One pupil as a line of the register; its link is where the keys stand. Plain elements without hooks, and drawn anew
 * only when it changes: a hundred of them pass by in a second of scrolling.
 */
export const RegisterRow = memo(
  ({
    row,
    index,
    here,
    columns,
    look,
    school,
    hidden,
    ticked,
    onTick,
  }: {
    row: Row
    index: number
    here: boolean
    columns: readonly Column[]
    /** The same each time, as all that follows. */
    look: Look
    /** Whose register it is. */
    school: string
    /** Whether details are hidden. */
    hidden: boolean
    /** Whether it is ticked; undefined where rows can't be. */
    ticked: boolean | undefined
    onTick: (event: ChangeEvent<HTMLInputElement>) => void
  }) => {
    const name = fullName(row.pupil)
    return (
      <div
        role="row"
        data-row={index}
        data-here={here ? '' : undefined}
        aria-rowindex={index + 2}
        className={look.row(here, ticked === true)}
        style={{ top: index * rowHeight }}
      >
        {columns.map((column) => {
          if (column === 'name')
            return (
              <div
                key={column}
                role="rowheader"
                className={look.name(here)}
                {...(hidden ? {} : { 'aria-label': name })}
              >
                {ticked !== undefined && (
                  <label className={look.box}>
                    <input
                      type="checkbox"
                      className={look.tick}
                      aria-label={t`Select ${hidden ? t`row ${index + 1}` : name}`}
                      checked={ticked}
                      tabIndex={here ? 0 : -1}
                      onChange={onTick}
                    />
                  </label>
                )}
                <a
                  className={look.link}
                  href={hrefOf(school, { at: 'pupil', key: row.pupil.key, section: 'thread' })}
                  tabIndex={here ? 0 : -1}
                >
                  <Name row={row} />
                </a>
              </div>
            )
          const text = columnsOf[column].text(row)
          return (
            <div key={column} role="cell" className={look.cell} title={wholeOf(column, text)}>
              {text && <Cell row={row} column={column} text={text} />}
            </div>
          )
        })}
      </div>
    )
  },
)
