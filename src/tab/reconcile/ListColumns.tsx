import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { targets } from '../../importing/index.ts'
import type { ListTarget } from '../../importing/lists/listHeadings.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import type { Slot } from './useSlot.ts'

const useStyles = makeStyles({
  opener: { alignSelf: 'start', paddingLeft: '4px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '4px 12px',
    alignItems: 'center',
    padding: '2px 0',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const options = [
  { key: 'lastReview', text: t`Last annual review` },
  { key: 'formerUpn', text: t`Former UPN` },
  ...targets.map(({ target, label }) => ({ key: target as string, text: label })),
]

/** Which column of a list is what: guessed, and put right by hand. */
export const ListColumns = ({ slot }: { slot: Slot }) => {
  const styles = useStyles()
  const { held, read } = slot
  const [chosen, setChosen] = useState<boolean | null>(null)
  if (!held) return null
  const open = chosen ?? read?.why != null
  const matched = held.mapping.filter((target) => target !== null).length
  return (
    <>
      <Button
        appearance="transparent"
        className={styles.opener}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >{t`Columns: ${matched} of ${held.table.headings.length} known`}</Button>
      {open &&
        held.table.headings.map((heading, at) => (
          // Columns have no other name than their place: two may have the same heading.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles.row}>
            <Text className={styles.quiet}>{heading || t`Column ${at + 1}`}</Text>
            <TypeAhead
              label={t`${heading || t`Column ${at + 1}`} is`}
              options={options}
              value={held.mapping[at] ?? null}
              required={false}
              readOnly={false}
              onChosen={(key) =>
                slot.map(
                  held.mapping.map((now, i) =>
                    i === at ? (key as ListTarget | null) : now === key ? null : now,
                  ),
                )
              }
            />
          </div>
        ))}
    </>
  )
}
