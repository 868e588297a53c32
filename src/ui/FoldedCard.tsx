import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { type ReactNode, useId } from 'react'
import { inkOnHover } from './inkOnHover.ts'

const useStyles = makeStyles({
  card: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  opener: {
    flexGrow: 1,
    justifyContent: 'flex-start',
    textAlign: 'left',
    alignItems: 'flex-start',
    padding: '10px 4px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground1,
    minWidth: 0,
    ...inkOnHover,
  },
  summary: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  form: { padding: '8px 8px 20px 32px', '@media (max-width: 480px)': { paddingLeft: '8px' } },
  aside: { padding: '10px 4px', flexShrink: 0, maxWidth: '45%' },
  part: { margin: '16px 0 4px' },
})

/** One line of a list that opens in place; a heading above it where a part of the list begins. */
export const FoldedCard = ({
  heading,
  open,
  onToggle,
  summary,
  aside,
  children,
}: {
  heading: string | null
  open: boolean
  onToggle: () => void
  summary: ReactNode
  aside: ReactNode
  children: ReactNode
}) => {
  const styles = useStyles()
  const id = useId()
  return (
    <>
      {heading && (
        <Text as="h2" size={300} weight="semibold" className={styles.part}>
          {heading}
        </Text>
      )}
      <div className={styles.card}>
        <div className={styles.row}>
          <Button
            appearance="transparent"
            className={styles.opener}
            icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={open}
            aria-controls={id}
            onClick={onToggle}
          >
            <span className={styles.summary}>{summary}</span>
          </Button>
          {aside && <span className={styles.aside}>{aside}</span>}
        </div>
        <div id={id} className={open ? styles.form : undefined}>
          {open && children}
        </div>
      </div>
    </>
  )
}
