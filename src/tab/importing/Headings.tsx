import { t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import type { ImportTable } from '../../importing/importFile.ts'
import type { KeyOption } from '../../ui/controls/control.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: '820px',
    tableLayout: 'fixed',
    '& th, & td': {
      textAlign: 'left',
      padding: '4px 12px 4px 0',
      verticalAlign: 'middle',
      overflowWrap: 'anywhere',
    },
    '& thead th': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  opener: { alignSelf: 'start', paddingLeft: '4px' },
})

/** Which column is what: guessed from the headings, put right by hand. Open by itself while one is missing. */
export const Headings = <T extends string>({
  table,
  mapping,
  options,
  missing,
  onMapping,
}: {
  table: ImportTable
  mapping: readonly (T | null)[]
  /** What a column can go to, by its own name. */
  options: readonly KeyOption[]
  /** What no column has, in words; null where nothing is missing. */
  missing: ReactNode | null
  onMapping: (mapping: readonly (T | null)[]) => void
}) => {
  const styles = useStyles()
  const matched = mapping.filter((target) => target !== null).length
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? missing !== null
  const set = (at: number, target: T | null) =>
    onMapping(mapping.map((now, i) => (i === at ? target : now === target ? null : now)))
  return (
    <>
      {missing !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{missing}</MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="transparent"
        className={styles.opener}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >{t`Headings: ${matched} of ${table.headings.length} matched`}</Button>
      {open && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t`In the file`}</th>
              <th scope="col">{t`For example`}</th>
              <th scope="col">{t`Goes to`}</th>
            </tr>
          </thead>
          <tbody>
            {table.headings.map((heading, at) => (
              // Columns have no other name than their place: two may have the same heading.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <th scope="row">{heading || t`Column ${at + 1}`}</th>
                <td className={styles.quiet}>
                  <Personal>
                    {table.rows.find(({ cells }) => cells[at]?.trim())?.cells[at]?.slice(0, 40) ?? ''}
                  </Personal>
                </td>
                <td>
                  <TypeAhead
                    label={t`${heading || t`Column ${at + 1}`} goes to`}
                    options={options}
                    value={mapping[at] ?? null}
                    required={false}
                    readOnly={false}
                    onChosen={(key) => set(at, key as T | null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
