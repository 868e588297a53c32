import { t } from '../words/t.ts'
import { makeStyles, Popover, PopoverSurface, Text, tokens } from '@fluentui/react-components'
import type { PointerEvent } from 'react'
import type { Strength, Why as Reason } from '../domain/rules/why.ts'

/** How binding a rule is, in words. */
export const strengths: Record<Strength, string> = {
  must: t`The law says so`,
  should: t`Statutory guidance says so`,
  local: t`A setting of your school or authority`,
  recommended: t`Good practice, not law`,
}

const useStyles = makeStyles({
  surface: { maxWidth: '340px', display: 'flex', flexDirection: 'column', gap: '8px' },
  inputs: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: 0,
    '& dd': { margin: 0 },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
  whole: { gridColumn: '1 / -1' },
  source: { color: tokens.colorNeutralForeground2 },
})

/** The reason that a date or a sum says when it is asked, beside it. */
export const WhyBox = ({
  why,
  opener,
  pointer,
  onOpenChange,
}: {
  why: Reason
  /** The button beside which it stands. */
  opener: HTMLButtonElement | null
  /** What the pointer does over it. */
  pointer: Readonly<Record<'onPointerEnter' | 'onPointerLeave', (event: PointerEvent) => unknown>>
  onOpenChange: (open: boolean) => void
}) => {
  const styles = useStyles()
  return (
    <Popover
      open
      withArrow
      positioning={{ target: opener, position: 'below', align: 'start' }}
      onOpenChange={(_, data) => onOpenChange(data.open)}
    >
      <PopoverSurface className={styles.surface} aria-label={t`Why`} {...pointer}>
        <WhyText why={why} />
      </PopoverSurface>
    </Popover>
  )
}

/** A reckoning has a line of its own: in a narrow column it would break at every sign. */
const isLong = (value: string) => value.length > 26

const WhyText = ({ why }: { why: Reason }) => {
  const styles = useStyles()
  return (
    <>
      <Text weight="semibold">{why.says}</Text>
      <dl className={styles.inputs}>
        {why.inputs.map(({ label, value }, i) => (
          <div key={`${i}${label}`} style={{ display: 'contents' }}>
            <dt className={isLong(value) ? styles.whole : undefined}>{label}</dt>
            <dd className={isLong(value) ? styles.whole : undefined}>{value}</dd>
          </div>
        ))}
        <dt className={styles.whole}>{t`How binding`}</dt>
        <dd className={styles.whole}>{strengths[why.strength]}</dd>
      </dl>
      <Text size={200} className={styles.source}>{t`Source: ${why.source}`}</Text>
    </>
  )
}
